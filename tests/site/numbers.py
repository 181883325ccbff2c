"""How a contact's numbers read: written once more, apart from the templates."""

from checklist.translation import say
from hooks.content.records import Contact


def number_of(contact: Contact) -> str:
    """Return the number to call, as a reader sees it."""
    if contact.then:
        (number,) = contact.number
        return say("%(number)s, then %(then)s") % {"number": number, "then": contact.then}
    first, *others = contact.number or ("",)
    for other in others:
        first = say("{first} or {second}").format(first=first, second=other)
    return first


def text_of(contact: Contact) -> str:
    """Return where to send a message, as a reader sees it."""
    to_say = say("%(word)s to %(number)s") % {"word": contact.word, "number": contact.text}
    return to_say if contact.word else contact.text
