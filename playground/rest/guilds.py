"""Servers, their members and roles."""

from __future__ import annotations

from playground.entities import PERMISSIONS, PUBLIC_THREAD, Guild, User
from playground.refusals import Refusal
from playground.rest.calls import NO_CONTENT, Answer, Call, Route
from playground.world import GUILD_MEMBERS, Event, World


class GuildRoutes:
    """The routes below /guilds."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[Route]:
        """All of them."""
        guild = "/guilds/{guild_id}"
        role = f"{guild}/members/{{user_id}}/roles/{{role_id}}"
        return [
            Route("GET", guild, self._guild),
            Route("GET", f"{guild}/channels", self._channels),
            Route("GET", f"{guild}/roles", self._roles),
            Route("GET", f"{guild}/members", self._members),
            Route("GET", f"{guild}/members/@me", self._me),
            Route("GET", f"{guild}/members/{{user_id}}", self._member),
            Route("PUT", role, self._give_role),
            Route("DELETE", role, self._take_role),
        ]

    def _of(self, call: Call) -> Guild:
        return self._world.guild(call.id("guild_id"))

    def _guild(self, call: Call) -> Answer:
        return Answer(self._of(call).to_json(self._world.bot))

    def _channels(self, call: Call) -> Answer:
        rooms = self._of(call).channels.values()
        return Answer([room.to_json(self._world.bot) for room in rooms if room.kind != PUBLIC_THREAD])

    def _roles(self, call: Call) -> Answer:
        return Answer([role.to_json() for role in self._of(call).roles.values()])

    def _members(self, call: Call) -> Answer:
        guild = self._of(call)
        limit, after = call.number("limit") or 1, call.number("after") or 0
        people = sorted((user for user in guild.members.values() if user.id > after), key=lambda user: user.id)
        return Answer([guild.member_json(user) for user in people[:limit]])

    def _me(self, call: Call) -> Answer:
        return Answer(self._of(call).member_json(self._world.bot))

    def _member(self, call: Call) -> Answer:
        guild, user = self._member_of(call)
        return Answer(guild.member_json(user))

    def _member_of(self, call: Call) -> tuple[Guild, User]:
        guild = self._of(call)
        user = guild.members.get(call.id("user_id"))
        if user is None:
            raise Refusal.UNKNOWN_MEMBER.error()
        return guild, user

    def _give_role(self, call: Call) -> Answer:
        guild, user = self._member_of(call)
        user.roles.add(self._managed_role(call, guild))
        self._tell(guild, user)
        return NO_CONTENT

    def _take_role(self, call: Call) -> Answer:
        guild, user = self._member_of(call)
        user.roles.discard(self._managed_role(call, guild))
        self._tell(guild, user)
        return NO_CONTENT

    def _managed_role(self, call: Call, guild: Guild) -> int:
        role_id = call.id("role_id")
        if role_id not in guild.roles:
            raise Refusal.UNKNOWN_ROLE.error()
        if not self._world.bot.permissions & PERMISSIONS["MANAGE_ROLES"] or role_id == guild.id:
            raise Refusal.MISSING_PERMISSIONS.error()
        return role_id

    def _tell(self, guild: Guild, user: User) -> None:
        data = guild.member_json(user) | {"guild_id": str(guild.id)}
        self._world.tell(Event("GUILD_MEMBER_UPDATE", data, guild.id, GUILD_MEMBERS))
