"""A stand-in for Discord on loopback: gateway, REST and a page, held to Discord's published limits."""
