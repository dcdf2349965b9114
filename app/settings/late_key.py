"""Reading a vendor's secrets later than the other settings, where the keyring was locked then."""

from pydantic import ValidationError

from app.settings.fields import is_empty, is_secret
from app.settings.secret_store import ask_keyring
from app.settings.vendor import VendorSettings

_SECONDS = 2.0


def with_late_secrets(vendor: str, settings: VendorSettings) -> tuple[VendorSettings, str]:
    """Return the settings with what the keyring now has of them, and why it has not all, or "".

    The keyring brings up no question: nobody waits for one. Takes 2 s at most.
    """
    fields = type(settings).model_fields
    empty = [key for key, info in fields.items() if is_secret(info)]
    names = {f"vendors.{vendor}.{key}": key for key in empty if is_empty(getattr(settings, key))}
    found, trouble = ask_keyring(list(names), _SECONDS, may_prompt=False)
    given = {names[name]: secret for name, secret in found.items()}
    kept = {key: getattr(settings, key) for key in settings.model_fields_set}
    try:
        whole = type(settings).model_validate({**kept, **given})
    except ValidationError:
        return settings, "what the keyring has is no such key"
    if whole.missing():
        return settings, trouble or "the keyring has no such key"
    return whole, ""
