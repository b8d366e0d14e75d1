package io.patchbay.ui.form;

import java.beans.PropertyEditorSupport;

/** Refuses text with control characters, which nobody types and the database would not take. */
public class PlainTextEditor extends PropertyEditorSupport {

    /** Would show what follows them in another order than it was typed. */
    private static final String DIRECTION_CHANGES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    @Override
    public void setAsText(String text) {
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
