"""A screen as Telegram's parameters."""

from bot.deliver import render
from content.rich import Entity, Rich
from screens.screen import Button, Keyboard, Screen

PREVIEW = {"is_disabled": True}


def test_a_plain_screen_is_its_text_without_a_preview() -> None:
    screen = Screen("hello", Rich("Hello."))
    assert render.to_send(7, screen, ring=True) == {
        "chat_id": 7,
        "text": "Hello.",
        "link_preview_options": PREVIEW,
        "disable_notification": False,
    }


def test_a_screen_that_must_not_ring_is_silent() -> None:
    assert render.to_send(7, Screen("hello", Rich("Hello.")), ring=False)["disable_notification"] is True


def test_an_edit_names_the_message_and_makes_no_sound() -> None:
    assert render.to_edit(7, 42, Screen("hello", Rich("Hello."))) == {
        "chat_id": 7,
        "message_id": 42,
        "text": "Hello.",
        "link_preview_options": PREVIEW,
    }


def test_a_time_is_an_entity_that_each_phone_shows_in_its_own_zone() -> None:
    entity = Entity("date_time", 8, 9, unix_time=1_700_000_000, date_time_format="t")
    body = render.body(Screen("panel", Rich("Back at 22:13 UTC", (entity,))))
    assert body["entities"] == [
        {"type": "date_time", "offset": 8, "length": 9, "unix_time": 1_700_000_000, "date_time_format": "t"}
    ]


def test_a_person_is_mentioned_by_the_name_in_the_text() -> None:
    entity = Entity("text_mention", 3, 5, user_id=100001)
    body = render.body(Screen("return", Rich("✋\U0001f44b\U0001f338Ann, hello", (entity,))))
    assert body["entities"] == [
        {
            "type": "text_mention",
            "offset": 3,
            "length": 5,
            "user": {"id": 100001, "is_bot": False, "first_name": "\U0001f338Ann"},
        }
    ]


def test_each_kind_of_button_has_its_field() -> None:
    rows = (
        (Button("Undo", press="p:u:1", style="danger"), Button("Open", link="https://t.me/ourbot?start=x")),
        (Button("Copy", copy="I need a break."),),
    )
    assert render.body(Screen("panel", Rich("x"), rows))["reply_markup"] == {
        "inline_keyboard": [
            [
                {"text": "Undo", "callback_data": "p:u:1", "style": "danger"},
                {"text": "Open", "url": "https://t.me/ourbot?start=x"},
            ],
            [{"text": "Copy", "copy_text": {"text": "I need a break."}}],
        ]
    }


def test_a_reply_keyboard_stays() -> None:
    assert render.body(Screen("carrier", Rich("x"), keyboard=Keyboard((("✋",),))))["reply_markup"] == {
        "keyboard": [[{"text": "✋"}]],
        "is_persistent": True,
        "resize_keyboard": True,
    }


def test_a_digest_tells_whether_anything_shown_has_changed() -> None:
    screen = Screen("panel", Rich("Back at 21:40"), ((Button("Undo", press="p:1"),),))
    same = Screen("panel", Rich("Back at 21:40"), ((Button("Undo", press="p:1"),),), report=True)
    text = Screen("panel", Rich("Back at 22:00"), ((Button("Undo", press="p:1"),),))
    button = Screen("panel", Rich("Back at 21:40"))
    digests = [render.digest(each) for each in (screen, same, text, button)]
    assert digests[0] == digests[1]
    assert len(set(digests)) == 3
