package io.patchbay.ui.form;

import java.beans.PropertyEditorSupport;

/** Takes numbers as people write them: Spring's own conversion also takes {@code 0x10} and {@code #1F}. */
public class DecimalEditor extends PropertyEditorSupport {

    @Override
    public void setAsText(String text) {
        var written = text == null ? "" : text.strip();
        setValue(written.isEmpty() ? null : Integer.valueOf(written));
    }
}
