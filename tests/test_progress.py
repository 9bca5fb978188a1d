"""Which updates are done, and up to which one they may be forgotten."""

import pytest

from bot.progress import REMEMBERED, Progress


def begun(*update_ids: int) -> Progress:
    """Return a progress with updates in work."""
    progress = Progress()
    for update_id in update_ids:
        assert progress.begin(update_id)
    return progress


def test_at_first_the_oldest_is_wanted() -> None:
    assert Progress().offset == 0


def test_the_oldest_that_is_not_done_is_never_passed() -> None:
    progress = begun(5, 6, 7)
    progress.finish(6)
    progress.finish(7)
    assert progress.offset == 5


def test_when_all_is_done_the_next_is_wanted() -> None:
    progress = begun(5, 8)
    progress.finish(8)
    progress.finish(5)
    assert progress.offset == 9


@pytest.mark.parametrize("done", [True, False])
def test_an_update_that_comes_again_is_not_begun_again(done: bool) -> None:
    progress = begun(5)
    if done:
        progress.finish(5)
    assert not progress.begin(5)


def test_what_an_earlier_process_did_is_confirmed_and_not_begun() -> None:
    progress = Progress([5, 6])
    assert not progress.begin(5)
    assert progress.begin(7)
    assert progress.offset == 7


def test_after_all_was_forgotten_ids_may_begin_anew() -> None:
    progress = begun(500)
    progress.finish(500)
    progress.forget()
    assert progress.offset == 0
    assert progress.begin(7)
    assert progress.offset == 7


def test_starting_over_still_knows_what_is_done() -> None:
    progress = begun(5)
    progress.finish(5)
    progress.start_over()
    assert progress.offset == 0
    assert not progress.begin(5)


def test_only_so_many_are_remembered() -> None:
    progress = Progress(range(REMEMBERED))
    progress.begin(REMEMBERED)
    progress.finish(REMEMBERED)
    assert progress.begin(0)
    assert not progress.begin(1)
