"""The small JavaScript files become one module; a form of import that is not understood is told."""

import subprocess

import pytest

from xo.widgets.shared import bundle


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "near").mkdir()
    (tmp_path / "near/one.js").write_text('import { two } from "../two.js";\nexport const one = () => two + 1;\n')
    (tmp_path / "two.js").write_text("export const two = 2;\nexport function three() {\n  return 3;\n}\n")
    return tmp_path


def test_folders_and_new_names_are_resolved(folder, node):
    text = 'import {\n  one,\n} from "./one.js";\nimport { three as third } from "../two.js";\n'
    text += "export default one() + third();\n"
    (folder / "near/entry.js").write_text(text)
    joined = bundle.join_modules("near/entry", folder)
    shown = joined.replace("export default", "console.log(") + ")"
    done = subprocess.run([*node, "-"], input=shown.replace(";\n)", ")"), capture_output=True, text=True)
    assert done.stdout == "6\n", done.stderr


@pytest.mark.parametrize(
    "statement",
    [
        'import "./two.js";',
        'import two from "./two.js";',
        'import * as two from "./two.js";',
        "import { two } from './two.js';",
        'import { two } from "./two.js"',
        '  import { two } from "./two.js";',
        'export { two } from "./two.js";',
        'export * from "./two.js";',
        "export { two };",
        "export let two = 2;",
        "export enum Two {}",
    ],
)
def test_another_form_of_import_or_export_is_told_in_one_sentence(folder, statement):
    (folder / "entry.js").write_text(f"{statement}\nexport default 1;\n")
    with pytest.raises(ValueError) as told:
        bundle.join_modules("entry", folder)
    assert "entry.js" in str(told.value)
    assert statement.strip()[:12] in str(told.value)
    assert "\n" not in str(told.value)


def test_a_circle_of_imports_is_told_in_one_sentence(folder):
    (folder / "entry.js").write_text('import { a } from "./a.js";\nexport default a;\n')
    (folder / "a.js").write_text('import { b } from "./b.js";\nexport const a = b;\n')
    (folder / "b.js").write_text('import { a } from "./a.js";\nexport const b = a;\n')
    with pytest.raises(ValueError, match=r"circle.*b\.js and a\.js"):
        bundle.join_modules("entry", folder)
