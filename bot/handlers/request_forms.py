"""The empty form of a request, as a message to copy."""

from telegram import Update
from telegram.ext import CallbackQueryHandler

from bot import sender
from bot.callbacks import ShowForm, StaleButtonError
from bot.context import BotApplication, BotContext
from bot.gate import requires
from bot.services.permissions import Action
from bot.views import request_forms as views
from knowledge.catalog import SOURCE_LOCALE
from knowledge.pieces import FORM_CONTEXT


def register(application: BotApplication) -> None:
    """Add this module's handler."""
    application.add_handler(CallbackQueryHandler(send, ShowForm.pattern()))


@requires(Action.REQUEST_FORM)
async def send(update: Update, context: BotContext) -> None:
    """Send a form below the message whose button was pressed."""
    if query := update.callback_query:
        knowledge, form_id = context.assistant.knowledge, ShowForm.parse(query.data).form_id
        forms = knowledge.reference.request_forms
        if form_id not in forms:
            raise StaleButtonError(query.data)
        translator = await context.translator(update)

        def label(locale: str, text: str) -> str:
            return knowledge.text(locale, FORM_CONTEXT, text).text

        title, sections = label(translator.locale, forms[form_id].title), forms.sections(forms[form_id])
        await query.answer()
        await sender.answer(update, views.form(title, sections, label, translator, SOURCE_LOCALE))
