package io.patchbay.ui.form;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads values of enums from addresses and forms whatever their case, as people type them: {@code ?view=list}. */
@SuppressWarnings({"rawtypes", "unchecked"})
class AnyCaseEnums implements ConverterFactory<String, Enum> {

    @Override
    public <T extends Enum> Converter<String, @Nullable T> getConverter(Class<T> type) {
        return new AnyCase<>(type);
    }

    private record AnyCase<T extends Enum>(Class<T> type) implements Converter<String, @Nullable T> {

        @Override
        public @Nullable T convert(String text) {
            var name = text.strip();
            if (name.isEmpty()) {
                return null;
            }
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("No %s is %s".formatted(type.getSimpleName(), name)));
        }
    }
}
