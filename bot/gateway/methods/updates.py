"""How the bot gets its updates: long polling or a webhook."""

from bot.gateway.errors import conflict
from bot.gateway.json_types import JsonObject
from bot.gateway.updates import MAX_BATCH, MAX_WAIT
from bot.gateway.webhooks import checked_webhook
from bot.gateway.world import World

WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


async def get_me(world: World, _parameters: JsonObject) -> JsonObject:
    """Return the bot as User, with what only getMe tells."""
    return world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.options.privacy_mode,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_updates(world: World, parameters: JsonObject) -> list[JsonObject]:
    """Return updates, waiting for the first one as long as the bot asks for; numbers out of range are clamped."""
    if world.webhooks.webhook is not None:
        raise conflict(WEBHOOK_ACTIVE)
    if "allowed_updates" in parameters:
        world.updates.allow(parameters["allowed_updates"])
    limit = min(max(parameters.get("limit", MAX_BATCH), 1), MAX_BATCH)
    wait = min(max(parameters.get("timeout", 0), 0), MAX_WAIT)
    updates = await world.updates.poll(parameters.get("offset", 0), limit, wait)
    return [update.describe() for update in updates]


async def set_webhook(world: World, parameters: JsonObject) -> bool:
    """Have updates delivered; an empty address goes back to polling."""
    if not parameters.get("url"):
        return await delete_webhook(world, parameters)
    webhook = checked_webhook(parameters, local_mode=world.options.local_mode)
    if "allowed_updates" in parameters:
        world.updates.allow(parameters["allowed_updates"])
    if parameters.get("drop_pending_updates"):
        world.updates.clear()
    world.updates.terminate("terminated by setWebhook request")
    world.webhooks.set(webhook)
    return True


async def get_webhook_info(world: World, _parameters: JsonObject) -> JsonObject:
    """Return where updates go and how that goes; with an empty address while the bot polls."""
    webhook = world.webhooks.webhook
    info: JsonObject = {"url": webhook.url if webhook else "", "has_custom_certificate": False}
    info |= {"pending_update_count": len(world.updates.pending()), "allowed_updates": sorted(world.updates.allowed)}
    if webhook is not None:
        info["max_connections"] = webhook.connections
    if world.webhooks.last_error is not None:
        info["last_error_date"], info["last_error_message"] = world.webhooks.last_error
    return info


async def delete_webhook(world: World, parameters: JsonObject) -> bool:
    """Go back to polling."""
    world.webhooks.set(None)
    if parameters.get("drop_pending_updates"):
        world.updates.clear()
    return True
