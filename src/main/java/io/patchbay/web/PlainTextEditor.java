package io.patchbay.web;

import java.beans.PropertyEditorSupport;

/** Refuses text with control characters, which nobody types and the database would not take. */
class PlainTextEditor extends PropertyEditorSupport {

    @Override
    public void setAsText(String text) {
        if (text != null && text.chars().anyMatch(PlainTextEditor::unprintable)) {
            throw new IllegalArgumentException("Control character");
        }
        setValue(text);
    }

    private static boolean unprintable(int character) {
        return Character.isISOControl(character) && "\t\n\r".indexOf(character) < 0;
    }
}
