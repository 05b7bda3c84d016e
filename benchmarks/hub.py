"""A class on one JupyterHub: thirty learners start their servers, run lesson 02 and draw, all at the same moment.

The hub, its proxy and every server run on this computer and answer on loopback only: SimpleLocalProcessSpawner, the
dummy authenticator. Needs `jupyterhub` (pip) in this environment and `configurable-http-proxy` (npm) on the PATH.
"""

import asyncio
import contextlib
import importlib.util
import json
import os
import pathlib
import secrets
import shutil
import signal
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent
MANY, PATIENCE_S, DRAWINGS = 30, 600, 20
LESSON = "02_filtered_maps.ipynb"
CONFIG = """
c.JupyterHub.bind_url, c.JupyterHub.hub_port = "http://127.0.0.1:{port}", {hub}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy}"
c.JupyterHub.authenticator_class, c.JupyterHub.spawner_class = "dummy", "simple"
c.Authenticator.allow_all, c.JupyterHub.log_level = True, "WARN"
c.SimpleLocalProcessSpawner.home_dir_template = "{home}/{{username}}"
c.Spawner.cmd = ["{python}", "-m", "jupyterhub.singleuser"]
c.Spawner.args = ["--allow-root", "--KernelManager.transport=ipc"]
c.Spawner.start_timeout = c.Spawner.http_timeout = {patience}
c.Spawner.environment = {{"PYTHONPATH": "{root}"}}
def prepare(spawner):
    # Ports taken at random are taken twice when all start at once: each server has its own, kernels use sockets.
    number = int(spawner.user.name[-2:])
    spawner.port = {ports}[number]
    place = f"{home}/{{number}}"  # short: a socket's path ends at 107 letters
    spawner.environment = dict(spawner.environment, JUPYTER_RUNTIME_DIR=place)
c.Spawner.pre_spawn_hook = prepare
c.JupyterHub.services = [{{"name": "class", "api_token": "{token}"}}]
scopes = ["admin:users", "admin:servers", "access:servers"]
c.JupyterHub.load_roles = [{{"name": "class", "services": ["class"], "scopes": scopes}}]
"""


def free_ports(many):
    """Some ports that nobody uses."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(many)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


@contextlib.contextmanager
def running_hub(folder, many):
    """A hub whose learners have their homes in a folder; yields: its address and a token that may do everything."""
    if not (importlib.util.find_spec("jupyterhub") and shutil.which("configurable-http-proxy")):
        raise SystemExit("This needs `pip install jupyterhub` in .venv and npm's configurable-http-proxy on the PATH.")
    (port, hub, proxy, *ports), token = free_ports(3 + many), secrets.token_hex(16)
    places = {"python": sys.executable, "home": folder, "root": ROOT}
    text = CONFIG.format(port=port, hub=hub, proxy=proxy, ports=ports, token=token, patience=PATIENCE_S, **places)
    (folder / "jupyterhub_config.py").write_text(text)
    command = [sys.executable, "-m", "jupyterhub", "-f", "jupyterhub_config.py"]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            yield f"http://127.0.0.1:{port}", token
        except Exception:
            print((folder / "log").read_text()[-4000:], file=sys.stderr)
            raise
        finally:
            process.terminate()
            process.wait(300)


class Learner:
    """One account: its server, one kernel in it, and what a browser would ask of them."""

    def __init__(self, number, address, token):
        self.name, self.address, self.token = f"learner{number:02}", address, token
        self.base, self.seconds = f"{address}/user/learner{number:02}", []

    async def ask(self, method, address, body=None):
        """What the hub or the server answers."""
        from tornado.httpclient import AsyncHTTPClient

        text = json.dumps(body) if body is not None else ("{}" if method in ("POST", "PUT") else None)
        headers = {"Authorization": f"token {self.token}"}
        about = {"method": method, "headers": headers, "body": text, "request_timeout": PATIENCE_S}
        answer = await AsyncHTTPClient().fetch(address, connect_timeout=PATIENCE_S, **about)
        return json.loads(answer.body) if answer.body else None

    async def begin(self):
        """Start the server and wait until it answers."""
        hub = f"{self.address}/hub/api/users/{self.name}"
        await self.ask("POST", hub)
        await self.ask("POST", f"{hub}/servers/")
        while not (await self.ask("GET", hub))["servers"].get("", {}).get("ready"):
            await asyncio.sleep(0.5)

    async def open_lesson(self):
        """A copy of the lesson in the learner's home, and a kernel for it."""
        from tornado.httpclient import HTTPRequest
        from tornado.websocket import websocket_connect

        content = {
            "type": "notebook",
            "format": "json",
            "content": json.loads((ROOT / "notebooks" / LESSON).read_text()),
        }
        await self.ask("PUT", f"{self.base}/api/contents/{LESSON}", content)
        self.kernel = (await self.ask("POST", f"{self.base}/api/kernels", {"name": "python3"}))["id"]
        place = f"{self.base.replace('http', 'ws')}/api/kernels/{self.kernel}/channels"
        patience = {"connect_timeout": PATIENCE_S, "request_timeout": PATIENCE_S}
        asked = HTTPRequest(place, headers={"Authorization": f"token {self.token}"}, **patience)
        self.wire = await websocket_connect(asked)
        self.pid = int(await self.run("import os; print(os.getpid())"))

    async def send(self, kind, content, buffers=()):
        """One message to the kernel; returns: all that it answers, until it is idle again."""
        header = {
            "msg_id": uuid.uuid4().hex,
            "msg_type": kind,
            "username": "",
            "session": self.kernel,
            "version": "5.3",
        }
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
        parts = [json.dumps(message).encode(), *buffers]
        starts = [4 * (len(parts) + 1) + sum(map(len, parts[:place])) for place in range(len(parts))]
        packed = struct.pack(f"!{len(parts) + 1}I", len(parts), *starts) + b"".join(parts)
        await self.wire.write_message(packed if buffers else parts[0], binary=bool(buffers))
        answers = []
        while True:
            answer = await asyncio.wait_for(self.wire.read_message(), PATIENCE_S)
            if answer is None:
                raise RuntimeError(f"{self.name}: the connection was lost")
            if isinstance(answer, bytes):
                start, end = (struct.unpack_from("!3I", answer, 4) + (len(answer),))[:2]
                answer = answer[start : end if struct.unpack_from("!I", answer)[0] > 1 else None]
            answer = json.loads(answer)
            if answer["parent_header"].get("msg_id") == header["msg_id"]:
                answers.append(answer)
                if answer["content"].get("execution_state") == "idle":
                    return answers

    async def run(self, code):
        """Run a cell; returns: what it printed. raises: RuntimeError where it fails"""
        asked = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False}
        start = time.monotonic()
        answers = await self.send("execute_request", asked)
        self.seconds.append(time.monotonic() - start)
        for answer in answers:
            if answer["msg_type"] == "error":
                raise RuntimeError(f"{self.name}: {answer['content']['evalue']}")
            if answer["msg_type"] == "comm_open" and "pixels" in answer["content"]["data"].get("state", {}):
                self.pad = answer["content"]["comm_id"]
            if answer["msg_type"] == "comm_open" and ["pixels"] in answer["content"]["data"].get("buffer_paths", []):
                self.pad = answer["content"]["comm_id"]
        return "".join(answer["content"].get("text", "") for answer in answers)

    async def draw(self):
        """What the pad of the lesson's glass sends while somebody draws; the kernel must know the last drawing."""
        import numpy as np

        from xo.widgets.shared.wire import write_floats

        rng = np.random.default_rng(int(self.name[-2:]))
        for _ in range(DRAWINGS):
            drawing = np.where(rng.random((9, 9)) < 0.3, 1.0, -1.0)
            data = {"method": "update", "state": {}, "buffer_paths": [["pixels"]]}
            await self.send("comm_msg", {"comm_id": self.pad, "data": data}, [write_floats(drawing)])
        shown = await self.run("print(glass.image.tolist())")
        if json.loads(shown) != drawing.tolist():
            raise RuntimeError(f"{self.name}: the last drawing was lost")

    def memory(self):
        """What kernel and server hold, in megabytes."""
        return [resident(self.pid), resident(parent(self.pid))]


def resident(pid):
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("VmRSS")) / 1000


def parent(pid):
    text = pathlib.Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("PPid"))


async def lose_one(learners):
    """One kernel dies: it comes back, its owner's file is whole, and nobody else has lost anything."""
    poor, *others = learners
    os.kill(poor.pid, signal.SIGKILL)
    kept = await asyncio.gather(*(learner.run("print(glass.image.shape)") for learner in others))
    if any(text != "(9, 9)\n" for text in kept):
        raise RuntimeError("another learner's kernel lost something")
    saved = await poor.ask("GET", f"{poor.base}/api/contents/{LESSON}")
    if code_of(saved["content"]) != lesson_cells():
        raise RuntimeError("the lesson of the learner whose kernel died has changed")
    start = time.monotonic()
    await poor.ask("POST", f"{poor.base}/api/kernels/{poor.kernel}/restart")
    await poor.open_lesson()
    for code in lesson_cells():
        await poor.run(code)
    await poor.draw()
    return time.monotonic() - start


def code_of(notebook):
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def lesson_cells():
    return code_of(json.loads((ROOT / "notebooks" / LESSON).read_text(encoding="utf-8")))


async def measure(many, folder):
    """Seconds by what was done, the longest cell of each learner, and the memory of each kernel and server."""
    with running_hub(folder, many) as (address, token):
        learners = [Learner(number, address, token) for number in range(many)]
        for name in (learner.name for learner in learners):
            (folder / name).mkdir()
        await answers(learners[0])
        seconds, cells = {}, lesson_cells()

        async def all_do(what, task):
            start = time.monotonic()
            done = await asyncio.gather(*(task(learner) for learner in learners))
            seconds[what] = time.monotonic() - start
            return done

        async def lesson(learner):
            for code in cells:
                await learner.run(code)
            return max(learner.seconds)

        await all_do(f"{many} servers started", Learner.begin)
        await all_do("a lesson and a kernel opened by all", Learner.open_lesson)
        longest = await all_do(f"all {len(cells)} code cells of lesson 02 run by all", lesson)
        await all_do(f"{DRAWINGS} drawings sent by each", Learner.draw)
        memory = [learner.memory() for learner in learners]
        seconds["one kernel killed: all others whole; its owner has run the lesson anew"] = await lose_one(learners)
        return seconds, longest, memory


async def answers(learner):
    """Wait for the hub."""
    from tornado.httpclient import AsyncHTTPClient, HTTPClientError

    AsyncHTTPClient.configure(None, max_clients=1000)
    for _ in range(PATIENCE_S):
        with contextlib.suppress(OSError, HTTPClientError):
            return await learner.ask("GET", f"{learner.address}/hub/api/")
        await asyncio.sleep(1)
    raise RuntimeError("the hub does not answer")


def main(many=MANY):
    """Print a table."""
    with tempfile.TemporaryDirectory(prefix="xo-hub-") as name:
        seconds, longest, memory = asyncio.run(measure(many, pathlib.Path(name)))
    print("| a class on one JupyterHub | measured | aim |\n| --- | ---: | ---: |")
    for what, found in seconds.items():
        print(f"| {what}, until the last | {found:.1f} s |  |")
    slowest, usual = max(longest), statistics.median(longest)
    print(f"| slowest cell of all, and of the median learner | {slowest:.1f}, {usual:.1f} s |  |")
    for what, sizes, aim in zip(
        ("kernel after lesson 02", "server"), zip(*memory, strict=True), ("≤ 90", ""), strict=True
    ):
        print(f"| a learner's {what}, median | {statistics.median(sizes):.0f} MB | {aim} |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
