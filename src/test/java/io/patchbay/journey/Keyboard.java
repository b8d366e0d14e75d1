package io.patchbay.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** Somebody without a mouse, who has to see where the focus is. */
final class Keyboard {

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Moves the keyboard's focus to a link, button or field of this name; at every stop on the way it can be seen. */
    void tabTo(String name) {
        var wanted = Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)");
        for (int i = 0; i < 120; i++) {
            if (wanted.matcher(focused()).find()) {
                return;
            }
            page.keyboard().press("Tab");
            focusIsSeen();
        }
        throw new AssertionError("The Tab key never comes to " + name);
    }

    private String focused() {
        var name = (String) page.evaluate("""
                () => {
                  const at = document.activeElement;
                  return at.getAttribute('aria-label') || (at.labels && at.labels.length && at.labels[0].innerText)
                    || (at.matches('a, button, input, select, textarea, summary') ? at.innerText || at.value || '' : '');
                }""");
        return name == null ? "" : name;
    }

    /** Whether what has the focus, if the browser itself has not, is marked and is not under anything else. */
    private void focusIsSeen() {
        var trouble = page.evaluate("""
                async () => {
                  const look = () => {
                    const at = document.activeElement;
                    if (at === document.body) return '';
                    const box = at.getBoundingClientRect(), style = getComputedStyle(at);
                    const outlined = style.outlineStyle !== 'none' && style.outlineWidth !== '0px';
                    if (style.boxShadow === 'none' && !outlined) return 'not marked: ' + at.outerHTML;
                    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
                    const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
                    const top = document.elementFromPoint(x, y);
                    return top && (at.contains(top) || top.contains(at)) ? ''
                      : at.outerHTML + ' is under ' + (top && top.outerHTML.slice(0, 200));
                  };
                  let trouble = look();
                  for (let frame = 0; trouble && frame < 60; frame++) {
                    await new Promise(requestAnimationFrame);
                    trouble = look();
                  }
                  return trouble;
                }""");
        Assertions.assertThat(trouble).as("the focus on %s", page.url()).isEqualTo("");
    }

    /** The open dialog keeps the focus, however often Tab is pressed; and Escape gives it back to what opened it. */
    void leavesDialogTo(String opener) {
        for (int i = 0; i < 12; i++) {
            Assertions.assertThat(
                            page.evaluate(
                                    "() => document.activeElement === document.body || !!document.activeElement.closest('dialog[open]')"))
                    .as("the focus stays in the dialog")
                    .isEqualTo(true);
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).hasCount(0);
        Assertions.assertThat(focused()).as("what has the focus again").contains(opener);
    }
}
