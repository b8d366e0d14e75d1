package io.patchbay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The texts of the portal can all be formatted, and none shows an apostrophe twice or swallows what follows one. */
@Tag("fast")
class PageLayoutTextTests {

    @Test
    void everyTextIsAPatternWithItsApostrophesDoubled() throws Exception {
        Properties texts = PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages.properties"));
        assertThat(texts).isNotEmpty();
        texts.forEach((key, text) -> {
            assertThat(((String) text).replace("''", "")).as("%s", key).doesNotContain("'");
            assertThat(new java.text.MessageFormat((String) text).format(new Object[] {1, 2, 3, 4, 5, 6, 7, 8}))
                    .as("%s", key)
                    .doesNotContain("''", "{");
        });
    }
}
