package io.patchbay;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The page that says what may be typed into each field of the larger forms. After a change of one its table is written again
 * by {@code ./mvnw test -Dtest=InputReferenceTests -Dpatchbay.docs=write}.
 */
@Tag("fast")
class InputReferenceTests {

    private static final Path PAGE = Path.of("src/docs/reference/input.md");
    private static final String MARK = "<!-- table: fields, written by InputReferenceTests -->\n";

    @Test
    void listsEveryFieldOfEveryFormWithItsRules() throws IOException {
        var top = Files.readString(PAGE).split(MARK)[0];
        var expected = top + MARK + table();
        if ("write".equals(System.getProperty("patchbay.docs"))) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    private static String table() {
        try (var factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            return forms().flatMap(form -> rows(form, factory.getValidator()))
                    .collect(Collectors.joining(
                            "\n", "\n| Form | Field | What | Rules |\n| --- | --- | --- | --- |\n", "\n"));
        }
    }

    private static Stream<Class<?>> forms() {
        return new ClassFileImporter()
                .importPath(Path.of("target/classes/io/patchbay")).stream()
                        .filter(type -> type.getSimpleName().endsWith("Form") && type.isRecord())
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .map(JavaClass::reflect);
    }

    private static Stream<String> rows(Class<?> form, Validator validator) {
        return Arrays.stream(form.getRecordComponents())
                .map(field -> "| `%s` | `%s` | %s | %s |"
                        .formatted(
                                form.getSimpleName(),
                                field.getName(),
                                what(field.getGenericType()),
                                rules(validator, form, field)));
    }

    private static String what(Type type) {
        if (type instanceof ParameterizedType several && Map.class != several.getRawType()) {
            return "any number of: " + what(several.getActualTypeArguments()[0]);
        }
        var plain = type instanceof Class<?> one ? one : (Class<?>) ((ParameterizedType) type).getRawType();
        if (plain.isEnum()) {
            return "one of "
                    + Arrays.stream(plain.getEnumConstants())
                            .map(value -> "`" + value + "`")
                            .collect(Collectors.joining(", "));
        }
        return switch (plain.getSimpleName()) {
            case "String" -> "text";
            case "UUID" -> "identifier";
            case "int", "Integer", "long" -> "whole number";
            case "boolean", "Boolean" -> "yes or no";
            case "LocalDate" -> "day";
            case "LocalDateTime" -> "day and time";
            case "MultipartFile" -> "file";
            default -> throw new AssertionError("Say what " + type + " is");
        };
    }

    private static String rules(Validator validator, Class<?> form, RecordComponent field) {
        var property = validator.getConstraintsForClass(form).getConstraintsForProperty(field.getName());
        var rules = property == null
                ? ""
                : property.getConstraintDescriptors().stream()
                        .flatMap(InputReferenceTests::withParts)
                        .map(InputReferenceTests::rule)
                        .filter(rule -> !rule.isEmpty())
                        .distinct()
                        .sorted(Comparator.comparing((String rule) -> !rule.equals("required"))
                                .thenComparing(rule -> rule))
                        .collect(Collectors.joining(", "));
        return rules.isEmpty() ? "-" : rules;
    }

    private static Stream<ConstraintDescriptor<?>> withParts(ConstraintDescriptor<?> constraint) {
        return Stream.concat(
                Stream.of(constraint),
                constraint.getComposingConstraints().stream().flatMap(InputReferenceTests::withParts));
    }

    private static String rule(ConstraintDescriptor<?> constraint) {
        var values = constraint.getAttributes();
        return switch (constraint.getAnnotation().annotationType().getSimpleName()) {
            case "NotBlank", "NotNull" -> "required";
            case "Size" -> "at most %s characters".formatted(values.get("max"));
            case "Min" -> "at least " + values.get("value");
            case "Max" -> "at most " + values.get("value");
            case "Pattern" ->
                "only `%s`".formatted(values.get("regexp").toString().replace("|", "\\|"));
            case "AssertTrue" -> "has to be checked";
            case "Email" -> "an e-mail address";
            default -> "";
        };
    }
}
