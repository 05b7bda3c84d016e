"""Record PyTorch's answers to the questions of lesson 12, for those who do not have it: python3 start.py record

PyTorch is installed for it (1.5 GB more in .venv).
"""

import json

import numpy as np

from tools import options
from xo import next_tools
from xo.files import write_whole
from xo.images import ROTATED_X, O, X
from xo.networks import hand_made_network, load_trained

NEEDS = ["requirements-test.txt", "requirements-torch.txt"]
OVERWRITES = "xo/data/torch_answers.json"
PICTURES = np.stack([X, O, ROTATED_X])[:, None]
ANSWERS = np.array([0, 1, 0])
CORNER = np.array([[1.0, -1, -1], [1, -1, -1], [1, 1, 1]])


def questions():
    """What the lesson asks: pairs of a question and its arguments."""
    trained, hand_made = load_trained(9), hand_made_network()
    return [
        (next_tools.votes_by_torch, (trained, PICTURES)),
        (next_tools.slopes_by_torch, (trained, PICTURES, ANSWERS)),
        (next_tools.votes_without_dividing, (hand_made, PICTURES)),
        (next_tools.filtered_both_ways, (X, CORNER)),
        (next_tools.pooled_sizes, (hand_made.stages(PICTURES)[2],)),
        (next_tools.votes_without_bias, (trained, PICTURES)),
        (next_tools.shares_and_error, (hand_made.forward(PICTURES), ANSWERS)),
    ]


def main(arguments):
    """Write every answer with the sign of what was asked."""
    options("record", __doc__).parse_args(arguments)
    answers = {
        question.__name__: {
            "asked": next_tools.fingerprint(*given),
            "answer": next_tools.ask(question, *given).tolist(),
        }
        for question, given in questions()
    }
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(answer)}" for name, answer in answers.items())
    write_whole(next_tools.RECORDED, f"{{\n{lines}\n}}\n".encode())
    print(f"{len(answers)} answers of PyTorch are in {next_tools.RECORDED.name}.")
