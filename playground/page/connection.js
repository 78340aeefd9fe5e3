// The websocket to the playground: wishes with numbered answers, and what is told unasked.
export class Connection {
  constructor(told) {
    this.told = told;
    this.waiting = new Map();
    this.number = 0;
    this.open();
  }

  open() {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    this.socket = new WebSocket(`${scheme}//${location.host}/page/live`);
    this.socket.onopen = () => this.told({ type: "connected" });
    this.socket.onmessage = (event) => this.receive(JSON.parse(event.data));
    this.socket.onclose = () => {
      for (const answer of this.waiting.values()) answer({ type: "failed" });
      this.waiting.clear();
      this.told({ type: "disconnected" });
      setTimeout(() => this.open(), 1000);
    };
  }

  receive(telling) {
    if (telling.id !== undefined && telling.id !== null && this.waiting.has(telling.id)) {
      this.waiting.get(telling.id)(telling);
      this.waiting.delete(telling.id);
    } else this.told(telling);
  }

  // Resolves with {type: "done" | "answered" | "failed" | "refused", …}.
  wish(action, fields = {}) {
    if (this.socket.readyState !== WebSocket.OPEN) return Promise.resolve({ type: "failed" });
    const id = ++this.number;
    this.socket.send(JSON.stringify({ id, do: action, ...fields }));
    return new Promise((resolve) => this.waiting.set(id, resolve));
  }
}
