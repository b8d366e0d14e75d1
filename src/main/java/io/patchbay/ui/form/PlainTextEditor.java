package io.patchbay.ui.form;

import java.beans.PropertyEditorSupport;
import java.util.regex.Pattern;

/**
 * Refuses text with control characters, which nobody types and the database would not take. The marks around a name that was
 * copied out of one of our sentences are left out.
 */
public class PlainTextEditor extends PropertyEditorSupport {

    /** Would show what follows them in another order than it was typed. */
    private static final String DIRECTION_CHANGES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    private static final Pattern MARKS_AROUND = Pattern.compile("^\\s*\u2068|\u2069\\s*$");

    @Override
    public void setAsText(String typed) {
        var text = typed == null ? null : MARKS_AROUND.matcher(typed).replaceAll("");
        if (text != null && text.chars().anyMatch(PlainTextEditor::unprintable)) {
            throw new IllegalArgumentException("Control character");
        }
        setValue(text);
    }

    private static boolean unprintable(int character) {
        return (Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0)
                || DIRECTION_CHANGES.indexOf(character) >= 0;
    }
}
