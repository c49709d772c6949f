"""A virtual screen, the program on it, and hands and eyes: xdotool types, recognition reads."""

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageChops, ImageGrab

from app.documents.ocr import recognise

_ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def screen(width: int, height: int) -> Iterator[str]:
    """An X display of its own, of this many pixels; yields its name such as ":7"."""
    reading, writing = os.pipe()
    size = f"{width}x{height}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        ready, _, _ = select.select([reading], [], [], 30)
        assert ready, "Xvfb did not start"
        yield f":{os.read(reading, 16).decode().strip()}"
    finally:
        os.close(reading)
        server.terminate()
        server.wait()


class Desktop:
    """The program in a window over one data folder, used only as a person would use it."""

    def __init__(
        self, display: str, data: Path, pictures: Path, variables: dict[str, str] | None = None
    ) -> None:
        self._display, self._data, self._pictures = display, data, pictures
        self._variables = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._variables |= {"LC_ALL": "en_GB.UTF-8", **(variables or {})}
        self._log = open(data.parent / "window.log", "ab")  # noqa: SIM115
        self.program: subprocess.Popen[bytes] | None = None

    def start(self, *folders: str) -> None:
        """Start the program on these folders; wait until its window is there."""
        command = [sys.executable, "-m", "app", "--data-dir", str(self._data), "window", *folders]
        self.program = subprocess.Popen(
            command, cwd=_ROOT, env=self._variables, stdout=self._log, stderr=self._log
        )
        self.turn_to_window()

    def turn_to_window(self) -> None:
        """Give the main window the keys, as a window manager does when a dialog has closed."""
        assert self.program
        search = ["search", "--sync", "--onlyvisible", "--pid", str(self.program.pid)]
        self._xdotool("windowfocus", "--sync", self._xdotool(*search).split()[0])

    def keys(self, *names: str) -> None:
        """Press these keys, or chords such as "ctrl+f", one after the other."""
        self._xdotool("key", "--delay", "60", *names)

    def type(self, text: str) -> None:
        """Type a text as quickly as a quick typist."""
        self._xdotool("type", "--delay", "40", text)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click at a place of the screen, in pixels."""
        self._xdotool("mousemove", str(x), str(y), "click", str(button))

    def click_on(self, words: str, within: float = 15) -> None:
        """Click on these words, which stand in one line, once they are on the screen."""
        picture = self.wait_for(words, within=within)
        page = recognise(picture, None)
        start = page.text.casefold().index(words.casefold())
        inside = (page.words.spans[:, 0] >= start) & (page.words.spans[:, 0] < start + len(words))
        x0, y0, x1, y1 = page.words.boxes[inside][0]
        self.click(round((x0 + x1) / 2 * picture.width), round((y0 + y1) / 2 * picture.height))

    def picture(self, name: str = "") -> Image.Image:
        """What the screen shows now, kept as NAME.png when it is given a name."""
        picture = ImageGrab.grab(xdisplay=self._display)
        if name:
            picture.save(self._pictures / f"{name}.png", optimize=True)
        return picture

    def wait_for(self, *words: str, within: float = 30, name: str = "") -> Image.Image:
        """The screen once all of these can be read on it. Raises AssertionError with what can."""
        deadline = time.monotonic() + within
        while True:
            picture = self._settled()
            text = recognise(picture, None).text
            missing = [word for word in words if _squeezed(word) not in _squeezed(text)]
            if not missing:
                if name:
                    time.sleep(0.7)  # What comes in last, such as a thumbnail, belongs to it.
                    picture = self.picture(name)
                return picture
            if time.monotonic() > deadline:
                picture.save(self._pictures / "failed.png")
                raise AssertionError(f"not on the screen: {missing}; but: {text}")
            time.sleep(0.3)

    def _settled(self) -> Image.Image:
        """The screen when it has stopped changing, but for a cursor; after 3 s as it is."""
        picture = self.picture()
        for _ in range(12):
            time.sleep(0.25)
            before, picture = picture, self.picture()
            changed = ImageChops.difference(before, picture).getbbox()
            if not changed or (changed[2] - changed[0]) * (changed[3] - changed[1]) < 100:
                break
        return picture

    def wait_until_closed(self, within: float = 30) -> int:
        """The exit code of the program once it has ended."""
        assert self.program
        return self.program.wait(within)

    def close(self) -> None:
        """End the program whatever it does."""
        if self.program and self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        self._log.close()

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._variables,
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
        )
        return done.stdout


def _squeezed(text: str) -> str:
    """Without spaces and case: recognition runs the words of a small font together."""
    return "".join(text.split()).casefold()
