"""HTML of pages as Markdown."""

import pytest

from generator.render.pages.markdown import markdown


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h2>a <span>b</span></h2><p>c</p>", "## a b\n\nc"),
        ('<p>a <a href="../b/">c <strong>d</strong></a></p>', "a [c **d**](../b/)"),
        ("<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<dl><dt>a</dt><dd><p>b</p></dd></dl>", "**a**\n\nb"),
        ("<details><summary>a</summary>b</details>", "**a**\n\nb"),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>c|d</td><td>e</td></tr></table>",
            "| a | b |\n| --- | --- |\n| c\\|d | e |",
        ),
        (
            '<a href="x"><span class="label">a</span><span class="hint">b</span></a>',
            "[a – b](x)",
        ),
        ("<p>*a* _b_ [c](d) &lt;e&gt; `f`</p>", r"\*a\* \_b\_ \[c\](d) \<e\> \`f\`"),
        ("<p>a</p><nav class='trail'><p>b</p></nav><p hidden>c</p><svg><text>d</text></svg>", "a"),
        ("<div>a<p>b</p>c</div>", "a\n\nb\n\nc"),
    ],
)
def test_each_kind_of_element_has_its_markdown(html: str, expected: str) -> None:
    assert markdown(html) == expected + "\n"
