"""How a contact's numbers read in English: written once more, apart from the templates."""

from hooks.content.records import Contact


def number_of(contact: Contact) -> str:
    """Return the number to call, as a reader sees it."""
    return " or ".join(
        f"{number}, then {contact.then}" if contact.then else number for number in contact.number
    )


def text_of(contact: Contact) -> str:
    """Return where to send a message, as a reader sees it."""
    return f"{contact.word} to {contact.text}" if contact.word else contact.text
