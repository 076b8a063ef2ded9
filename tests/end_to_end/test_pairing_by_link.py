"""A single-use link from a private chat: who answers is seen, and confirmed by both."""

from playground import Person
from tests.end_to_end.hands import couples, data_of, forge, hands, in_file, rows
from tests.end_to_end.rig import Rig


async def invite(rig: Rig) -> str:
    """Ann's new link."""
    await rig.start(rig.ann)
    await rig.tap(rig.ann, rig.private(rig.ann), "invite:new")
    return link(rig)


def link(rig: Rig) -> str:
    """The newest link in Ann's chat."""
    found = [line for text in rig.texts(rig.ann) for line in text.splitlines() if "?start=p_" in line]
    return found[-1]


async def follow(rig: Rig, person: Person, url: str) -> str:
    """Open a link; what the private chat says last."""
    rig.world.open_link(person, url)
    await rig.quiet()
    return rig.texts(person)[-1]


async def pair_by_link(rig: Rig) -> None:
    await follow(rig, rig.ben, await invite(rig))
    await rig.tap(rig.ben, rig.private(rig.ben), ":yes")
    await rig.tap(rig.ann, rig.private(rig.ann), ":yes")


async def test_the_partner_sees_who_invites_and_the_inviter_who_answered_before_they_are_a_couple(
    rig: Rig,
) -> None:
    url = await invite(rig)
    assert "Ann would like to be your partner here." in await follow(rig, rig.ben, url)
    await rig.tap(rig.ben, rig.private(rig.ben), ":yes")
    assert rig.texts(rig.ann)[-1] == "Ben said yes to your invitation. Is Ben your partner?"
    assert couples(rig) == 0
    await rig.tap(rig.ann, rig.private(rig.ann), ":yes")
    assert couples(rig) == 1
    for person, other in ((rig.ann, "Ben"), (rig.ben, "Ann")):
        keyboard, panel = rig.texts(person)[-2:]
        assert keyboard == "Your ✋ is always down here."
        assert f"You and {other} have a ✋." in panel
        assert len(hands(rig, rig.private(rig.ann))) == 1


async def test_a_couple_made_by_link_may_bring_the_bot_into_their_group_later(rig: Rig) -> None:
    await pair_by_link(rig)
    rig.world.add_bot(rig.together, rig.ben)
    await rig.quiet()
    await rig.tap(rig.ben, rig.together, ":join")
    assert await rig.tap(rig.ann, rig.together, ":join") == "You're set, both of you."
    assert couples(rig) == 1
    assert len(hands(rig, rig.together)) == 1
    await rig.tap(rig.ann, rig.together, "pause:new")
    assert "Back at 21:20." in rig.texts(rig.ben, rig.together)[-1]
    assert "Back at" not in rig.texts(rig.ben)[-1]


async def test_nobody_pairs_with_themselves(rig: Rig) -> None:
    url = await invite(rig)
    assert await follow(rig, rig.ann, url) == "This link is yours. Send it to your partner."
    assert couples(rig) == 0


async def test_a_link_runs_out_after_seven_days(rig: Rig) -> None:
    url = await invite(rig)
    await rig.move(days=7)
    assert "run out after seven days" in await follow(rig, rig.ben, url)
    assert "run out after seven days" in await follow(rig, rig.ben, url)
    assert "run out" in rig.texts(rig.ann)[-1]
    await rig.tap(rig.ann, rig.private(rig.ann), "invite:new")
    assert "Ann would like" in await follow(rig, rig.ben, link(rig))


async def test_a_link_still_works_shortly_before_its_end_and_no_yes_counts_after_it(rig: Rig) -> None:
    url = await invite(rig)
    await rig.move(days=6, hours=23)
    assert "Ann would like" in await follow(rig, rig.ben, url)
    await rig.move(hours=2)
    assert await rig.tap(rig.ben, rig.private(rig.ben), ":yes") == "This question is closed."
    assert couples(rig) == 0


async def test_a_link_works_for_one_person_only(rig: Rig) -> None:
    url = await invite(rig)
    cleo = rig.world.add_person("Cleo")
    await follow(rig, rig.ben, url)
    assert "This link has been used" in await follow(rig, cleo, url)
    assert "Ann would like" in await follow(rig, rig.ben, url)
    await rig.tap(rig.ben, rig.private(rig.ben), ":yes")
    await rig.tap(rig.ann, rig.private(rig.ann), ":yes")
    assert "This link has been used" in await follow(rig, cleo, url)


async def test_a_revoked_link_opens_nothing(rig: Rig) -> None:
    url = await invite(rig)
    assert await rig.tap(rig.ann, rig.private(rig.ann), ":revoke") == "The link no longer works."
    assert await follow(rig, rig.ben, url) == "This link was taken back. Your partner can send a new one."
    assert not in_file(rig, url.split("p_")[1])


async def test_a_link_is_nowhere_in_the_file(rig: Rig) -> None:
    assert not in_file(rig, (await invite(rig)).split("p_")[1])


async def test_asking_for_a_link_twice_shows_the_one_that_was_sent_already(rig: Rig) -> None:
    url = await invite(rig)
    await rig.say(rig.ann, rig.private(rig.ann), "/invite")
    assert link(rig) == url
    assert len(rows(rig, "SELECT id FROM pairings")) == 1
    await follow(rig, rig.ben, url)
    await rig.say(rig.ann, rig.private(rig.ann), "/invite")
    assert link(rig) != url


async def test_a_no_of_either_ends_the_invitation_kindly(rig: Rig) -> None:
    url = await invite(rig)
    await follow(rig, rig.ben, url)
    await rig.tap(rig.ben, rig.private(rig.ben), ":no")
    assert rig.texts(rig.ben)[-1] == "Nothing was set up, and that's fine."
    assert "The link is used up." in rig.texts(rig.ann)[-1]
    assert couples(rig) == 0


async def test_whoever_is_paired_can_neither_invite_nor_accept(rig: Rig) -> None:
    await pair_by_link(rig)
    cleo = rig.world.add_person("Cleo")
    await rig.start(cleo)
    await rig.tap(cleo, rig.private(cleo), "invite:new")
    (theirs,) = [line for line in rig.texts(cleo)[-1].splitlines() if "?start=p_" in line]
    assert "You're paired here already" in await follow(rig, rig.ann, theirs)
    await rig.say(rig.ann, rig.private(rig.ann), "/invite")
    assert "You're paired here already" in rig.texts(rig.ann)[-1]
    before = rig.texts(rig.ann)
    refused = await forge(rig, rig.ann, rig.world.last(rig.private(rig.ann), rig.ann), "invite:new")
    assert refused.alert
    assert rig.texts(rig.ann) == before
    assert couples(rig) == 1


async def test_an_inviter_who_paired_elsewhere_meanwhile_cannot_confirm_a_second_partner(rig: Rig) -> None:
    url = await invite(rig)
    cleo = rig.world.add_person("Cleo")
    await follow(rig, cleo, url)
    await rig.tap(cleo, rig.private(cleo), ":yes")
    asked = rig.world.last(rig.private(rig.ann), rig.ann)
    await rig.pair_in_group(private=False)
    answer = await forge(rig, rig.ann, asked, data_of(asked, ":yes") if asked.labels else "invite:1:yes")
    assert answer.text
    assert couples(rig) == 1
    assert "no longer open" in rig.texts(cleo)[-1]


async def test_forged_presses_move_nothing(rig: Rig) -> None:
    url = await invite(rig)
    await follow(rig, rig.ben, url)
    ((number,),) = rows(rig, "SELECT id FROM pairings")
    cleo = rig.world.add_person("Cleo")
    await rig.start(cleo)
    message = rig.world.last(rig.private(cleo), cleo)
    for data in (
        f"invite:{number}:yes",
        f"invited:{number}:no",
        f"invite:{number}:revoke",
        f"pair:{number}:join",
    ):
        answer = await forge(rig, cleo, message, data)
        assert answer.alert or answer.text == "This question is closed."
    for data in (
        "pair:9999999999999999999:join",
        "invite:9999999999999999999:yes",
        "unpair:0:yes",
        "pair:x:join",
    ):
        assert (await forge(rig, cleo, message, data)).text
    assert rows(rig, "SELECT closed_at FROM pairings") == [(None,)]
    assert not rows(rig, "SELECT key FROM inbox WHERE state = 'dead'")


async def test_a_link_with_a_piece_missing_is_answered(rig: Rig) -> None:
    url = await invite(rig)
    assert "Perhaps a piece is missing" in await follow(rig, rig.ben, url[:-3])


async def test_start_says_what_is_true_in_every_state(rig: Rig) -> None:
    url = await invite(rig)
    await rig.start(rig.ann)
    assert "Your invitation" in rig.texts(rig.ann)[-1]
    assert sum("Your invitation" in text for text in rig.texts(rig.ann)) == 1
    await follow(rig, rig.ben, url)
    await rig.start(rig.ben)
    assert "Ann would like" in rig.texts(rig.ben)[-1]
    await rig.tap(rig.ben, rig.private(rig.ben), ":yes")
    await rig.start(rig.ben)
    assert "Ann confirms next" in rig.texts(rig.ben)[-1]
    await rig.start(rig.ann)
    assert "Is Ben your partner?" in rig.texts(rig.ann)[-1]
    await rig.tap(rig.ann, rig.private(rig.ann), ":yes")
    await rig.start(rig.ann)
    assert "You and Ben have a ✋." in rig.texts(rig.ann)[-1]
    assert len(hands(rig, rig.private(rig.ann))) == 1


async def test_start_halfway_through_a_group_says_so(rig: Rig) -> None:
    rig.world.add_bot(rig.together, rig.ann)
    await rig.quiet()
    await rig.tap(rig.ann, rig.together, ":join")
    await rig.start(rig.ann)
    assert "Halfway there" in rig.texts(rig.ann)[-1]
    await rig.start(rig.ben)
    assert "Invite your partner" in rig.texts(rig.ben)[-1]
