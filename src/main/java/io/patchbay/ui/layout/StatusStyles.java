package io.patchbay.ui.layout;

import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/**
 * How the states of all modules look, for templates: {@code @statusStyles.of('health.LOST')}. Read from
 * {@code status-styles.properties}, so that no module's enum knows a style sheet.
 */
@Component("statusStyles")
public class StatusStyles {

    private final Map<String, StatusStyle> styles;

    StatusStyles() throws IOException {
        styles = read(PropertiesLoaderUtils.loadProperties(new ClassPathResource("status-styles.properties")));
    }

    private static Map<String, StatusStyle> read(Properties properties) {
        return properties.stringPropertyNames().stream().collect(Collectors.toUnmodifiableMap(key -> key, key -> {
            var words = properties.getProperty(key).split(" ");
            return new StatusStyle(words[0], words[1]);
        }));
    }

    /**
     * The style of a state.
     *
     * @param key the kind of state and the name of its constant, such as {@code health.LOST}
     * @throws IllegalArgumentException where it has none
     */
    public StatusStyle of(String key) {
        var style = styles.get(key);
        if (style == null) {
            throw new IllegalArgumentException("status-styles.properties has no " + key);
        }
        return style;
    }
}
