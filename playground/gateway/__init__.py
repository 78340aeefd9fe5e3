"""The gateway: websockets, sessions and what is replayed when a session resumes."""
