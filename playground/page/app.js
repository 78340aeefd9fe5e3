// Wires the page: who one is, where one looks, what comes in and what goes out.
import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { Log } from "./messages.js";
import { openModal } from "./modals.js";
import { speak, word } from "./words.js";

const $ = (id) => document.getElementById(id);

class App {
  constructor() {
    this.bot = { name: "", bot: true };
    this.people = [];
    this.commands = [];
    this.places = [];
    this.mentionable = { users: [], roles: [], channels: [] };
    this.names = { users: new Map(), roles: new Map(), channels: new Map() };
    this.log = new Log($("log"), this);
    this.connection = new Connection((telling) => this.told(telling));
    this.composer = new Composer($("composer"), this);
    $("person").addEventListener("change", (event) => this.look({ person: event.target.value }));
    $("locale").addEventListener("change", (event) => this.wish("locale", { locale: event.target.value }));
    $("theme").append(icon("theme"));
    $("theme").addEventListener("click", () => this.turn());
  }

  wish(action, fields) {
    return this.connection.wish(action, fields);
  }

  // Do something that the bot answers: a failure is said in the log, a form is opened.
  async act(action, fields, heading) {
    const here = this.place;
    const answer = await this.wish(action, fields);
    if (answer.type === "refused") this.notice(answer.message);
    else if (answer.type === "failed" && here === this.place) {
      this.log.say(word(heading ? "failed" : "pressFailed"), heading && `${this.person.name} ${word("used")} ${heading}`);
    }
    else if (answer.modal) openModal(answer.modal, answer.interaction, this);
    return answer;
  }

  look(changes) {
    const wanted = { person: this.person.id, place: this.place, ...changes };
    const group = this.places.find((place) => place.id === wanted.place);
    // Everybody has their own DM with the bot: whoever looks at it goes on looking at theirs.
    if (group?.kind === "direct" && changes.person) wanted.direct = true;
    sessionStorage.setItem("look", JSON.stringify(wanted));
    return this.wish("look", wanted);
  }

  told(telling) {
    const act = {
      connected: () => this.notice(""),
      disconnected: () => this.notice(word("lost"), true),
      hello: () => this.hello(telling),
      view: () => this.view(telling),
      places: () => { this.places = telling.places; this.drawPlaces(); },
      commands: () => { this.commands = telling.commands; },
      presence: () => this.presence(telling.online),
      message: () => this.log.put(telling.message),
      gone: () => this.log.remove(telling.message),
    }[telling.type];
    act?.();
  }

  hello({ people, bot }) {
    this.bot = bot;
    this.people = people;
    $("person").replaceChildren(...people.map((one) => h("option", { value: one.id }, one.name)));
    const before = JSON.parse(sessionStorage.getItem("look") ?? "null");
    if (before && people.some((one) => one.id === before.person)) this.wish("look", before);
  }

  view(told) {
    Object.assign(this, { person: told.person, place: told.place, places: told.places, commands: told.commands, mentionable: told.mentionable });
    for (const kind of Object.keys(this.names)) this.names[kind] = new Map(told.mentionable[kind].map((one) => [one.id, one.name]));
    speak(told.person.locale);
    $("person").value = told.person.id;
    $("locale").value = told.person.locale;
    this.presence(this.online);
    this.drawPlaces();
    const place = this.places.find((one) => one.id === told.place);
    $("place-name").textContent = this.title(place);
    $("place-topic").textContent = place?.topic ?? "";
    document.title = `${this.title(place)} · Playground`;
    this.log.reset(told.messages, this.title(place));
    this.composer.rest("", true);
  }

  title(place) {
    if (!place) return "";
    return place.kind === "direct" ? `@${this.bot.name}` : place.kind === "group" ? place.name : `#${place.name}`;
  }

  drawPlaces() {
    const groups = new Map();
    for (const place of this.places) {
      const name = place.kind === "direct" ? word("direct") : place.kind === "group" ? word("group") : `${place.has_bot ? word("server") : word("elsewhere")}: ${place.server}`;
      groups.set(name, [...(groups.get(name) ?? []), place]);
    }
    $("places").replaceChildren(...[...groups].map(([name, places]) => h("section", {}, h("h2", {}, name), h("ul", {}, places.map((place) =>
      h("li", { class: place.kind }, h("button", { type: "button", "aria-current": place.id === this.place ? "page" : null, onclick: () => this.look({ place: place.id }) }, this.title(place))))))));
  }

  presence(online) {
    this.online = online;
    $("presence").classList.toggle("online", Boolean(online));
    $("presence").textContent = `${this.bot.name} ${word(online ? "online" : "offline")}`;
  }

  // What a menu of users (5), roles (6), both (7) or channels (8) offers.
  mentionables(type) {
    const { users, roles, channels } = this.mentionable;
    return { 5: users, 6: roles, 7: [...users, ...roles], 8: channels }[type];
  }

  notice(text, lasting = false) {
    $("notice").textContent = text;
    $("notice").hidden = !text;
    clearTimeout(this.clearing);
    if (text && !lasting) this.clearing = setTimeout(() => this.notice(""), 8000);
  }

  turn() {
    const light = document.documentElement.dataset.theme === "dark";
    document.documentElement.dataset.theme = light ? "light" : "dark";
    $("theme").setAttribute("aria-pressed", String(light));
  }
}

new App();
