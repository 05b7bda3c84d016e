"""Every public function with all that people hand to it: a right result, or one sentence; never silence or nonsense."""

import pytest
from foreign import FOREIGN, complaint, good_arguments, public_functions

from xo.images import X
from xo.networks import hand_made_network

FUNCTIONS = public_functions()
TAUGHT = {"backprop.nudge", "backprop.train", "backprop.training"}  # what they change, they were asked to


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_public_function_answers_whatever_comes(name):
    function, wrong = FUNCTIONS[name], []
    right = good_arguments(name, function)
    told = "" if name in TAUGHT or name.endswith(".load") else complaint(function, right, may_refuse=False)
    if told:
        wrong.append(f"what is right: {told}")
    for parameter in right:
        for kind, value in FOREIGN.items():
            told = complaint(function, good_arguments(name, function) | {parameter: value})
            if told and not (name in TAUGHT and told == "changed network"):
                wrong.append(f"{parameter} as {kind}: {told}")
    assert not wrong, f"{len(wrong)} wrong:\n" + "\n".join(wrong)


def test_a_warning_points_at_the_caller_s_own_line():
    with pytest.warns(UserWarning, match="dark on light") as caught:
        hand_made_network().votes(-X)
    assert caught[0].filename == __file__
