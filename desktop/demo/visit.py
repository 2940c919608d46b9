"""The demonstration’s visit: planned with its place, someone met, and the two kept apart."""

from collections.abc import Callable

from desktop.app import VISIT, Notebook
from desktop.demo.camera import EVERY, Camera, settle, wait_until
from desktop.demo.officer import Officer, press
from desktop.pages.writing import WritingPage
from desktop.premises import FORM as PREMISES
from desktop.sample import answers
from desktop.visits import VisitParts
from desktop.visits.belonging import ENCOUNTER
from desktop.visits.parts import DURING, PLAN


class VisitPlay:
    """Plays it in an open notebook."""

    def __init__(self, notebook: Notebook, camera: Camera, say: Callable[[str], None]) -> None:
        """Take pictures with `camera`."""
        self._notebook, self._camera, self._say = notebook, camera, say

    def plan(self, earlier: str, finalise: Callable[[], object]) -> None:
        """Fix the purpose and write the plan; describe the place in a record of its own."""
        self._notebook.new_note(VISIT)
        self._fill("visit", earlier)
        self._say("A visit was planned, and its purpose fixed.")
        press(self._parts().place.add)
        self._wait_for(PREMISES)
        self._fill("premises", earlier)
        finalise()
        self._wait_for(VISIT)
        self._parts().show_part(PLAN)
        settle(200)
        self._camera.take(self._notebook.shell, "visit-plan", EVERY)
        self._say("The place was described; it will be cut from the visit.")

    def meet(self) -> None:
        """Begin the note of the person who is met."""
        self._parts().show_part(DURING)
        press(self._parts().people.note)
        self._wait_for(ENCOUNTER)

    def finish(self) -> None:
        """Come back from the note, ready to finalise the visit."""
        self._wait_for(VISIT)
        self._parts().arrive(DURING)
        settle(400)
        self._camera.take(self._notebook.shell, "visit-during", EVERY)

    def _fill(self, section: str, earlier: str) -> None:
        officer = Officer(self._page())
        for path, value in answers(section, earlier=earlier):
            officer.answer(path, value)

    def _page(self) -> WritingPage:
        page = self._notebook.write.writing
        assert page is not None
        return page

    def _parts(self) -> VisitParts:
        parts = self._page().visit
        assert parts is not None
        return parts

    def _wait_for(self, form: str) -> None:
        def there() -> bool:
            page = self._notebook.write.writing
            return page is not None and page.engine.form.id == form

        wait_until(there, f"the page of the form {form}")
        settle(200)
