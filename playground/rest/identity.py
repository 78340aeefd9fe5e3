"""Who the bot is, and where its gateway is."""

from __future__ import annotations

from typing import Any

from playground.gateway.gateway import Gateway
from playground.refusals import Refusal
from playground.rest.calls import Answer, Call, Route
from playground.world import World


def identity_routes(world: World, gateway: Gateway, shards: int) -> list[Route]:
    """The routes about the bot itself and about single users."""

    def me(_: Call) -> Answer:
        return Answer(world.bot.to_json() | {"email": None, "mfa_enabled": True, "verified": True, "locale": "en-US"})

    def application(_: Call) -> Answer:
        return Answer(application_of(world))

    def where(_: Call) -> Answer:
        return Answer({"url": gateway.url})

    def where_for_bots(_: Call) -> Answer:
        limit = {
            "total": 1000,
            "remaining": 1000 - gateway.identifies,
            "reset_after": 86_400_000,
            "max_concurrency": 16,
        }
        return Answer({"url": gateway.url, "shards": shards, "session_start_limit": limit})

    def user(call: Call) -> Answer:
        return Answer(world.user(call.id("user_id")).to_json())

    def guilds(_: Call) -> Answer:
        mine = [guild for guild in world.guilds.values() if guild.has_bot]
        return Answer([{"id": str(g.id), "name": g.name, "icon": None, "owner": False, "features": []} for g in mine])

    def direct(call: Call) -> Answer:
        recipient = world.user(int(call.body.get("recipient_id") or 0))
        if recipient.bot:
            raise Refusal.CANNOT_MESSAGE_USER.error()
        return Answer(world.add_private_channel([recipient, world.bot]).to_json(world.bot))

    return [
        Route("GET", "/users/@me", me),
        Route("GET", "/users/@me/guilds", guilds),
        Route("POST", "/users/@me/channels", direct),
        Route("GET", "/users/{user_id}", user),
        Route("GET", "/oauth2/applications/@me", application),
        Route("GET", "/applications/@me", application),
        Route("GET", "/gateway", where, needs_token=False),
        Route("GET", "/gateway/bot", where_for_bots),
    ]


def application_of(world: World) -> dict[str, Any]:
    """The application object of Discord's API."""
    owner = next(user for user in world.users.values() if not user.bot)
    return {
        "id": str(world.application_id),
        "name": world.bot.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": world.bot.to_json(),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": 0,
        "flags_new": "0",
        "explicit_content_filter": 0,
        "eligible_oauth2_scopes": [],
        "approximate_user_authorization_count": 0,
        "owner": owner.to_json(),
        "team": None,
        "rpc_origins": [],
        "redirect_uris": [],
        "tags": [],
        "hook": True,
        "approximate_guild_count": sum(guild.has_bot for guild in world.guilds.values()),
        "approximate_user_install_count": sum(user.user_installed for user in world.users.values() if not user.bot),
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "integration_types_config": {"0": {}, "1": {}},
    }
