package io.patchbay.ui.form;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads values of enums from addresses and forms whatever their case, as people type them: {@code ?view=list}. */
@SuppressWarnings({"rawtypes", "unchecked"})
class AnyCaseEnums implements ConverterFactory<String, Enum> {

    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
        return text -> read(type, text.strip());
    }

    private static <T extends Enum> @Nullable T read(Class<T> type, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No %s is %s".formatted(type.getSimpleName(), text)));
    }
}
