package io.patchbay.ui.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patchbay.ui.form.PlainTextEditor;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names of any direction in sentences of ours, there and back. */
@Tag("fast")
class FormattedMessagesTests {

    private static final String SHALOM = "\u05e9\u05dc\u05d5\u05dd";

    @Test
    void aNameWrittenFromRightToLeftKeepsItsPlaceInASentence() {
        assertThat(license(SHALOM)).isEqualTo("License of \u2068" + SHALOM + "\u2069");
        assertThat(license("Contoso")).isEqualTo("License of Contoso");
    }

    private static String license(String name) {
        var messages = new FormattedMessages();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        return messages.getMessage("license.of", new Object[] {name}, Locale.ENGLISH);
    }

    @Test
    void aNameCopiedOutOfASentenceCanBeTyped() {
        assertThat(typed("\u2068" + SHALOM + "\u2069")).isEqualTo(SHALOM);
        assertThatThrownBy(() -> typed("a\u2068" + SHALOM)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Object typed(String text) {
        var editor = new PlainTextEditor();
        editor.setAsText(text);
        return editor.getValue();
    }
}
