"""Designs cost what they say, and a sweep gives the same results however it is run."""

import asyncio
import json
from concurrent.futures import BrokenExecutor, Future

import numpy as np
import pytest
from own_loop import play_scene

from xo.designs import Skip, build, cost
from xo.filtering import Convolution
from xo.hyperparameters import Job, Summary, Sweep, load_results, save_results, try_out
from xo.plots.charts import show_designs
from xo.pooling import Pooling
from xo.relu import ReLU
from xo.running import processes
from xo.running.processes import work_through
from xo.stacking import Network, total
from xo.voting import Voting

SMALL = {"images": 40, "rounds": 1}
DESIGNS = {"votes": "", "two": "filter 2 3, relu, pool 2 2", "hidden": "hidden 4"}


def everything(sweep, **how):
    return [job for job, _ in sweep.run(**how)]


def refuse(job):
    raise AssertionError(f"nothing should be left, yet {job} is run")


def square(number):
    return number * number


@pytest.mark.parametrize(
    ("design", "numbers", "multiplications"),
    [
        ("", 81 * 2, 81 * 2),
        ("filter 8 3, relu, pool 2 2", 8 * 9 + 8 * 16 * 2, 49 * 8 * 9 + 8 * 16 * 2),
        ("filter 8 3, relu, filter 4 3, relu", 8 * 9 + 4 * 8 * 9 + 100 * 2, 49 * 72 + 25 * 4 * 72 + 200),
        ("pool 3 3, hidden 5", 9 * 5 + 5 * 2, 9 * 5 + 5 * 2),
        ("filter 2 3, relu, skip 3", 18 + 2 * 2 * 9 + 98 * 2, 49 * 18 + 49 * 36 + 196),
        ("filter 2 3, relu, same 3", 18 + 2 * 2 * 9 + 98 * 2, 49 * 18 + 49 * 36 + 196),
    ],
)
def test_a_design_costs_what_counting_by_hand_gives(design, numbers, multiplications):
    assert cost(design) == (numbers, multiplications)


def test_a_skip_adds_what_went_into_it():
    skip, same = (total(build(f"filter 2 3, relu, {name} 3").operations((1, 9, 9))) for name in ("skip", "same"))
    assert skip == same | {"additions": same["additions"] + 2 * 49}


def test_a_design_is_built_in_its_order_and_votes_at_the_end():
    kinds = [type(layer) for layer in build("pool 2 2, filter 3 2, relu, hidden 4", rng=0).layers]
    assert kinds == [Pooling, Convolution, ReLU, Voting, ReLU, Voting]


@pytest.mark.parametrize(
    ("design", "sentence"),
    [
        ("fliter 8 3", "expected one of the layers filter, same, skip, relu, pool, hidden, got 'fliter'"),
        ("filter 8", "expected 'filter FEATURES PIXELS' with whole numbers from 1, got 'filter 8'"),
        ("pool 0 2", "expected 'pool WINDOW STRIDE' with whole numbers from 1, got 'pool 0 2'"),
        ("filter 2 3, filter 2 8", "features of 8 by 8 pixels, got maps of 7 by 7"),
        ("skip 2", "expects layers that keep the shape"),
    ],
)
def test_a_design_that_cannot_be_is_refused_before_anything_runs(design, sentence):
    with pytest.raises(ValueError, match=sentence):
        Sweep({"odd": design})


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ({"size": "9"}, "expected a whole size of 1 or more, got '9'"),
        ({"rng": -1}, "expected a seed of 0 or more, a random generator or None, got -1"),
    ],
)
def test_a_size_and_a_seed_that_cannot_be_are_refused_in_a_sentence(how, sentence):
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        build("filter 2 3", **how)


def test_a_skip_takes_no_layers_that_change_the_shape_at_their_end():
    shrinking = Convolution(np.ones((1, 1, 2, 2)))
    with pytest.raises(ValueError, match=r"^expects layers that keep the shape \(1, 5, 5\), got \(1, 4, 4\)$"):
        Skip([ReLU(), shrinking]).output_shape((1, 5, 5))


def test_a_skip_adds_what_came_in_and_its_slopes_agree_with_nudging():
    rng = np.random.default_rng(4)
    network = Network([Skip([Convolution(rng.normal(size=(2, 2, 3, 3)), padding=1), ReLU()])])
    maps, wanted = rng.normal(size=(3, 2, 4, 5)), rng.normal(size=(3, 2, 4, 5))
    inner = network.layers[0].inner.forward(maps)
    assert np.array_equal(network.forward(maps), maps + inner)
    to_maps, to_features = network.backward(wanted), network.gradient[0]
    for array, slopes in ((maps, to_maps), (network.parameters[0], to_features)):
        for place in list(np.ndindex(array.shape))[::7]:
            found = []
            for step in (1e-5, -2e-5):
                array[place] += step
                found.append((network.forward(maps) * wanted).sum())
            array[place] += 1e-5
            assert np.isclose((found[0] - found[1]) / 2e-5, slopes[place], rtol=1e-6, atol=1e-8)


def test_a_job_gives_the_same_result_every_time_and_another_seed_another():
    job = Job(DESIGNS["two"], 1, **SMALL)
    assert try_out(job) == try_out(job)
    assert 0 <= try_out(job._replace(size=11))["unseen"] <= 1  # its images are of this size, too
    assert try_out(job) != try_out(job._replace(seed=2))


def test_the_number_of_cores_changes_no_result_and_no_order():
    alone, together = (Sweep(DESIGNS, seeds=(1, 2), **SMALL) for _ in range(2))
    assert everything(alone, cores=1) == everything(together, cores=2) == alone.jobs
    assert alone.results == together.results


def test_every_design_meets_the_same_seeds():
    sweep = Sweep(DESIGNS, seeds=(5, 7))
    met = {design: [job.seed for job in sweep.jobs if job.design == design] for design in DESIGNS.values()}
    assert set(map(tuple, met.values())) == {(5, 7)}


def test_a_sweep_goes_on_where_it_stopped(tmp_path, monkeypatch):
    file = tmp_path / "sweep.json"
    first = Sweep(DESIGNS, seeds=(1,), file=file, **SMALL)
    run = first.run(cores=1)
    next(run)
    first.stop()
    second = Sweep(DESIGNS, seeds=(1,), file=file, **SMALL)
    assert [job.design for job in second.left] == [DESIGNS["two"], DESIGNS["hidden"]]
    everything(second, cores=1)
    monkeypatch.setattr("xo.hyperparameters.try_out", refuse)
    third = Sweep(DESIGNS, seeds=(1,), file=file, **SMALL)
    assert everything(third, cores=1) == []
    assert third.summary() == second.summary()


def test_a_sweep_says_how_far_it_is():
    sweep = Sweep(DESIGNS, seeds=(1, 2), **SMALL)
    next(sweep.run(cores=1))
    assert repr(sweep) == "Sweep: 3 designs, 2 seeds, 1 of 6 jobs done"


def test_results_of_another_kind_of_training_are_not_mixed_in(tmp_path):
    file = tmp_path / "sweep.json"
    everything(Sweep({"votes": ""}, seeds=(1,), file=file, **SMALL), cores=1)
    assert len(Sweep({"votes": ""}, seeds=(1,), file=file, images=41, rounds=1).left) == 1


@pytest.mark.parametrize("damage", [b"{", b"\xff\xfe", b"[1]", b'{"a": 1}', b'{"a": {"seen": 1}}', b""])
def test_a_damaged_file_is_set_aside_and_never_deleted(tmp_path, damage):
    file = tmp_path / "sweep.json"
    file.write_bytes(damage)
    assert load_results(file) == {}
    assert (tmp_path / "sweep.json.damaged").read_bytes() == damage


def test_results_are_written_whole_or_not_at_all(tmp_path):
    file, results = tmp_path / "sweep.json", {"a": {"seen": 0.5, "unseen": 0.25}}
    save_results(file, results)
    assert json.loads(file.read_text()) == results
    assert '\n "a": {\n  "seen": 0.5,\n' in file.read_text()  # in lines, for people
    with pytest.raises(TypeError):
        save_results(file, {"a": object()})
    assert load_results(file) == results


def test_where_no_process_can_start_one_core_does_the_work(monkeypatch):
    def none(*_, **__):
        raise OSError("no processes here")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", none)
    assert list(work_through(square, range(4))) == [(0, 0), (1, 1), (2, 4), (3, 9)]


@pytest.mark.parametrize("reason", [BrokenExecutor("gone"), RuntimeError("can't start new thread"), OSError("no fork")])
def test_a_broken_pool_is_finished_by_one_core(monkeypatch, reason):
    class Breaking:
        def __init__(self, cores, context, initializer):
            assert (cores, context.get_start_method(), initializer) == (2, "spawn", processes._leave_with_parent)
            self.count = 0

        def submit(self, function, job):
            future = Future()
            self.count += 1
            if self.count == 4:
                raise reason
            future.set_result(function(job)) if self.count < 3 else future.set_exception(reason)
            return future

        def shutdown(self, **_):
            pass

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", Breaking)
    assert list(work_through(square, range(5))) == [(number, number**2) for number in range(5)]


def test_a_second_run_ends_the_first():
    sweep = Sweep(DESIGNS, seeds=(1,), **SMALL)
    first = sweep.run(cores=1)
    next(first)
    second = sweep.run(cores=1)
    assert list(first) == []
    assert len(list(second)) == 2


def test_the_panel_starts_stops_and_leaves_the_rest_to_the_next_cell():
    from xo.widgets.sweeper import SweepPanel

    sweep = Sweep(DESIGNS, seeds=(1, 2), **SMALL)

    async def watch():
        panel = SweepPanel(sweep, cores=1)
        assert repr(panel) == "SweepPanel: 0 of 6 jobs done."
        assert not [name for name in vars(sweep) if vars(sweep)[name] == panel]
        panel.start()
        while not sweep.results:
            await asyncio.sleep(0.01)
        panel.stop()
        stopped = len(sweep.left)
        await asyncio.sleep(0.1)
        assert 0 < len(sweep.left) == stopped
        everything(sweep, cores=1)
        panel.start()
        async with asyncio.timeout(60):
            while "6 of 6 jobs done. Best so far: " not in repr(panel):
                await asyncio.sleep(0.01)

    play_scene(watch())


def test_the_panel_tells_the_best_mean_and_its_spread_not_the_luckiest_seed():
    from xo.widgets.sweeper import SweepPanel

    sweep = Sweep({"lucky": "", "steady": "filter 2 3", "later": "hidden 4"}, seeds=(1, 2), **SMALL)
    panel = SweepPanel(sweep)

    def keep(design, seed, share):
        sweep.results[str(Job(design, seed, **SMALL))] = {"seen": 1.0, "unseen": share}
        return SweepPanel(sweep)

    assert repr(keep("", 1, 0.99)).endswith("Best so far: lucky, 99.0 % of unseen images (one seed only).")
    keep("", 2, 0.5)
    keep("filter 2 3", 1, 0.8)
    panel = keep("filter 2 3", 2, 0.9)
    told = "Best so far: steady, 85.0 % of unseen images (mean of 2 seeds, from 80.0 to 90.0)."
    assert repr(panel) == f"SweepPanel: 4 of 6 jobs done. {told}"


def test_a_closed_panel_hears_no_more():
    from xo.widgets.sweeper import SweepPanel

    sweep = Sweep({"votes": ""}, seeds=(1, 2), **SMALL)
    panel = SweepPanel(sweep)
    next(sweep.run(cores=1))
    assert "1 of 2 jobs done" in repr(panel)
    panel.close()
    panel.close()
    assert len(everything(sweep, cores=1)) == 1
    assert "1 of 2 jobs done" in repr(panel)


def test_every_listener_hears_each_result_until_it_is_taken_away():
    sweep, heard = Sweep({"votes": ""}, seeds=(1, 2, 3), **SMALL), []
    ends = [sweep.listen(lambda name=name: heard.append(name)) for name in "ab"]
    run = sweep.run(cores=1)
    next(run)
    ends[0]()
    next(run)
    assert "".join(heard) == "abb"


def test_the_stop_button_of_the_notebook_ends_a_run_and_keeps_what_is_done(monkeypatch):
    def interrupted(function, jobs, cores, wait):
        yield jobs[0], function(jobs[0])
        raise KeyboardInterrupt

    sweep = Sweep(DESIGNS, seeds=(1,), **SMALL)
    monkeypatch.setattr("xo.hyperparameters.work_through", interrupted)
    assert everything(sweep, cores=1) == sweep.jobs[:1]
    assert len(sweep.left) == 2


def test_the_chart_says_its_numbers_as_text(monkeypatch):
    shown = []
    monkeypatch.setattr("xo.plots.charts.show", lambda figure, text, description: shown.append(text))
    rows = [Summary("big", 500, 9, [1.0], [0.75, 0.85]), Summary("small", 80, 9, [1.0], [0.5])]
    show_designs([*rows, Summary("later", 90, 9, [], [])])
    assert shown[0].splitlines()[1:] == ["small: 80 numbers, 50.0 %", "big: 500 numbers, 80.0 %"]
    with pytest.raises(ValueError, match="got none with a result"):
        show_designs([Summary("later", 90, 9, [], [])])
