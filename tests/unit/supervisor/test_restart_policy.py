"""A screen that had drawn is started again at once, another one after a growing delay."""

from kiosk.supervisor.restart_policy import RestartPolicy


def test_a_screen_that_had_drawn_is_started_again_at_once() -> None:
    policy = RestartPolicy()
    assert [policy.delay_after(True) for _ in range(100)] == [0] * 100
    assert not policy.uses_software


def test_the_delay_doubles_up_to_half_a_minute() -> None:
    policy = RestartPolicy()
    assert [policy.delay_after(False) for _ in range(8)] == [1, 2, 4, 8, 16, 30, 30, 30]
    assert policy.delay_after(True) == 0
    assert policy.delay_after(False) == 1


def test_after_two_starts_without_a_frame_the_processor_draws_and_goes_on_to() -> None:
    policy = RestartPolicy()
    policy.delay_after(False)
    assert not policy.uses_software
    policy.delay_after(False)
    assert policy.uses_software
    policy.delay_after(True)
    assert policy.uses_software
