"""Firefox and WebKit, driven alike: go to a page, run a script, move a real mouse, press keys, take a picture.

Playwright drives only builds of its own of these two, so each is asked in its own language: Firefox by Marionette,
WebKit by WebDriver, both on a screen that nobody sees.
"""

import base64
import contextlib
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

from served_course import free_port

WEBKIT = "/usr/bin/WebKitWebDriver"
MINIBROWSERS = ("webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0")
# What a machine without a graphics card needs; the sandbox of WebKit asks for rights that containers do not give.
PLAIN = {
    "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
    "LIBGL_ALWAYS_SOFTWARE": "1",
}


class Firefox:
    def __init__(self):
        from marionette_driver.marionette import Marionette

        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)  # its log belongs to nobody
        self.engine = Marionette(
            host="127.0.0.1",
            port=free_port(),
            bin=shutil.which("firefox-esr") or shutil.which("firefox"),
            headless=True,
            app_args=["-remote-allow-system-access"],  # to force colours
            gecko_log=str(pathlib.Path(self.folder.name, "gecko.log")),
            prefs={"app.update.enabled": False, "network.captive-portal-service.enabled": False},
        )
        self.engine.start_session()
        self.resize(1366, 768)

    def resize(self, width, height):
        """Set the size of what a page may use."""
        rect = self.engine.set_window_rect(width=width, height=height)
        inner = self.run("return [innerWidth, innerHeight]")
        self.engine.set_window_rect(width=2 * rect["width"] - inner[0], height=2 * rect["height"] - inner[1])

    def open(self, address):
        self.engine.navigate(address)

    def run(self, script):
        return self.engine.execute_script(script)

    def _pointer(self):
        return self.engine.actions.sequence("pointer", "mouse", {"pointerType": "mouse"})

    def move(self, x, y):
        self._pointer().pointer_move(round(x), round(y)).perform()

    def drag(self, *places):
        hand = self._pointer().pointer_move(*map(round, places[0])).pointer_down()
        for place in places[1:]:
            hand = hand.pointer_move(*map(round, place), duration=60)
        hand.pointer_up().perform()

    def type(self, *keys):
        """One key after the other, as fast as a hand."""
        hand = self.engine.actions.sequence("key", "keyboard")
        for key in keys:
            hand = hand.key_down(key).key_up(key)
        hand.perform()

    def press(self, *keys):
        """Keys that are held down together."""
        hand = self.engine.actions.sequence("key", "keyboard")
        for key in keys:
            hand = hand.key_down(key)
        for key in reversed(keys):
            hand = hand.key_up(key)
        hand.perform()

    def look_away(self, seconds):
        """Another tab for a while."""
        here = self.engine.current_window_handle
        other = self.engine.open(type="tab", focus=True)["handle"]
        self.engine.switch_to_window(other)
        time.sleep(seconds)
        self.engine.close()
        self.engine.switch_to_window(here)

    def force_colours(self, on):
        """returns: whether this engine can"""
        self.engine.set_pref("browser.display.document_color_use", 2 if on else 0)
        return True

    def picture(self):
        return base64.b64decode(self.engine.screenshot(full=False))

    def close(self):
        self.engine.delete_session()
        self.engine.instance.close(clean=True)


class WebKit:
    def __init__(self):
        from selenium import webdriver
        from selenium.webdriver.webkitgtk.options import Options
        from selenium.webdriver.webkitgtk.service import Service

        options = Options()
        options.binary_location = find_minibrowser()
        options.add_argument("--automation")
        self.engine = webdriver.WebKitGTK(options=options, service=Service(WEBKIT))
        self.resize(1366, 768)

    def resize(self, width, height):
        """Set the size of what a page may use."""
        self.engine.set_window_size(width, height)
        inner = self.run("return [innerWidth, innerHeight]")
        self.engine.set_window_size(2 * width - inner[0], 2 * height - inner[1])

    def open(self, address):
        self.engine.get(address)

    def run(self, script):
        return self.engine.execute_script(script)

    def _hand(self):
        from selenium.webdriver.common.actions.action_builder import ActionBuilder

        return ActionBuilder(self.engine, duration=60)

    def move(self, x, y):
        hand = self._hand()
        hand.pointer_action.move_to_location(round(x), round(y))
        hand.perform()

    def drag(self, *places):
        hand = self._hand()
        hand.pointer_action.move_to_location(*map(round, places[0])).pointer_down()
        for place in places[1:]:
            hand.pointer_action.move_to_location(*map(round, place))
        hand.pointer_action.pointer_up()
        hand.perform()

    def type(self, *keys):
        """One key after the other, as fast as a hand."""
        hand = self._hand()
        for key in keys:
            hand.key_action.key_down(key).key_up(key)
        hand.perform()

    def press(self, *keys):
        """Keys that are held down together."""
        hand = self._hand()
        for key in keys:
            hand.key_action.key_down(key)
        for key in reversed(keys):
            hand.key_action.key_up(key)
        hand.perform()

    def look_away(self, seconds):
        """As if another tab were in front for a while: behind a real one, this driver still calls a page visible."""
        hide = "Object.defineProperty(document, '{}', {{ value: {}, configurable: true }});"
        told = "document.dispatchEvent(new Event('visibilitychange'));"
        self.run(hide.format("hidden", "true") + hide.format("visibilityState", "'hidden'") + told)
        time.sleep(seconds)
        self.run(f"delete document.hidden; delete document.visibilityState; {told}")

    def force_colours(self, on):
        """returns: whether this engine can"""
        return False

    def picture(self):
        return self.engine.get_screenshot_as_png()

    def close(self):
        self.engine.quit()


def find_minibrowser():
    """The program that shows a page in WebKit, or None."""
    places = [path for name in MINIBROWSERS for path in pathlib.Path("/usr/lib").glob(f"*/{name}/MiniBrowser")]
    return str(places[0]) if places else None


@contextlib.contextmanager
def screen():
    """A screen that nobody sees, for a browser that has to have one."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        got, give = os.pipe()
        shown = subprocess.Popen(
            ["Xvfb", "-displayfd", str(give), "-screen", "0", "1600x1100x24", "-nolisten", "tcp"],
            pass_fds=[give],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(give)
        with os.fdopen(got) as said:
            number = said.readline().strip()
        before = dict(os.environ)
        os.environ.update(PLAIN, DISPLAY=f":{number}", XDG_CONFIG_HOME=folder, XDG_DATA_HOME=folder)
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)
            shown.terminate()
            shown.wait()


def until(true, seconds=60):
    """What a function returns as soon as that is something; else what it returned last."""
    end = time.monotonic() + seconds
    while not (value := true()) and time.monotonic() < end:
        time.sleep(0.1)
    return value


def settled(read):
    """What a function returns twice, half a second apart: what is spoken of a picture follows it a moment later."""
    seen = [read()]

    def again():
        time.sleep(0.5)
        seen.append(read())
        return seen[-1] == seen[-2]

    assert until(again), seen
    return seen[-1]


def wait_for(browser, script):
    """What a script returns as soon as that is something."""
    value = until(lambda: browser.run(script))
    assert value, f"waited in vain for: {script}"
    return value
