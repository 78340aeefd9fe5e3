"""The refusals that Discord numbers: each a status, a code and a sentence."""

from __future__ import annotations

from enum import Enum

from playground.faults import ApiError


class Refusal(Enum):
    """One numbered refusal; `error()` makes the exception to raise."""

    UNAUTHORIZED = (401, 0, "401: Unauthorized")
    NOT_FOUND = (404, 0, "404: Not Found")
    METHOD_NOT_ALLOWED = (405, 0, "405: Method Not Allowed")
    UNKNOWN_CHANNEL = (404, 10003, "Unknown Channel")
    UNKNOWN_GUILD = (404, 10004, "Unknown Guild")
    UNKNOWN_MEMBER = (404, 10007, "Unknown Member")
    UNKNOWN_MESSAGE = (404, 10008, "Unknown Message")
    UNKNOWN_ROLE = (404, 10011, "Unknown Role")
    UNKNOWN_USER = (404, 10013, "Unknown User")
    UNKNOWN_EMOJI = (400, 10014, "Unknown Emoji")
    UNKNOWN_WEBHOOK = (404, 10015, "Unknown Webhook")
    UNKNOWN_INTERACTION = (404, 10062, "Unknown interaction")
    UNKNOWN_COMMAND = (404, 10063, "Unknown application command")
    NOT_AUTHORIZED_FOR_APPLICATION = (403, 20012, "You are not authorized to perform this action on this application")
    INTERACTION_ACKNOWLEDGED = (400, 40060, "Interaction has already been acknowledged.")
    MOST_FOLLOW_UPS = (400, 40094, "This interaction has reached the maximum number of follow-up messages")
    MISSING_ACCESS = (403, 50001, "Missing Access")
    OTHERS_MESSAGE = (403, 50005, "Cannot edit a message authored by another user")
    EMPTY_MESSAGE = (400, 50006, "Cannot send an empty message")
    CANNOT_MESSAGE_USER = (403, 50007, "Cannot send messages to this user")
    MISSING_PERMISSIONS = (403, 50013, "Missing Permissions")
    INVALID_WEBHOOK_TOKEN = (401, 50027, "Invalid Webhook Token")
    INVALID_JSON = (400, 50109, "The request body contains invalid JSON.")
    THREAD_EXISTS = (400, 160004, "A thread has already been created for this message")

    def error(self) -> ApiError:
        """The exception that carries this refusal."""
        status, code, message = self.value
        return ApiError(status, code, message)
