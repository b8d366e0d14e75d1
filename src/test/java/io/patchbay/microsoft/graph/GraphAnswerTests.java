package io.patchbay.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.patchbay.microsoft.identity.DirectoryText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.service.annotation.HttpExchange;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.json.JsonMapper;

/** What Graph calls a group, a person, a tenant or anything else is one line of printable text, wherever it is read. */
@Tag("fast")
class GraphAnswerTests {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(GraphAnswers.module()).build();
    private static final String HOSTILE = " Sales\u0000\r\nBcc:\u2028 x\u202e\u2066\u001b\ud800 " + "y".repeat(400);
    private static final String PLAIN = "Sales Bcc:  x  " + "y".repeat(240) + "…";
    private static final String ID = "6b1f6b0e-3a52-4c7e-9f0a-5d3c2b1a0f9e";

    @Test
    void aNameIsOneLineOfPrintableText() {
        assertThat(DirectoryText.plain(" Größe 漢字 \uD83D\uDE00 ")).isEqualTo("Größe 漢字 \uD83D\uDE00");
        for (var character :
                List.of("\u0000", "\r\n", "\u0085", "\u2028", "\u202e", "\u2066", "\u200f", "\u001b", "\ud800")) {
            assertThat(DirectoryText.plain("Sales" + character + "Europe")).isEqualTo("Sales Europe");
        }
        assertThat(DirectoryText.plain("\uD83D\uDE00".repeat(300))).isEqualTo("\uD83D\uDE00".repeat(255) + "…");
        assertThat(DirectoryText.plain(null)).isEmpty();
    }

    /** Each call of each client: an answer whose every text is hostile. */
    @Test
    void whateverAnswerCarriesATextReadsItSo() {
        var exact = new TreeSet<String>();
        var answers = calls().map(call -> JSON.constructType(call.getGenericReturnType()))
                .filter(type -> !type.hasRawClass(void.class))
                .distinct()
                .toList();
        assertThat(answers).hasSizeGreaterThan(10);
        for (var type : answers) {
            var answer = JSON.readValue(JSON.writeValueAsString(hostile(type)), type);
            check(answer, type.toCanonical(), exact);
        }
        assertThat(exact)
                .as("what is shown nowhere")
                .containsExactly(
                        "App.notes", "File.azureStorageUri", "IntunePage.nextLink", "Request.requestJustification");
    }

    private static Stream<Method> calls() {
        return new ClassFileImporter()
                .importPackages("io.patchbay.microsoft").stream()
                        .filter(JavaClass::isInterface)
                        .map(JavaClass::reflect)
                        .flatMap(api -> Arrays.stream(api.getDeclaredMethods()))
                        .filter(method -> Arrays.stream(method.getAnnotations())
                                .anyMatch(one -> one instanceof HttpExchange
                                        || one.annotationType().isAnnotationPresent(HttpExchange.class)));
    }

    private static Object hostile(JavaType type) {
        if (type.isCollectionLikeType()) {
            return List.of(hostile(type.getContentType()));
        }
        if (type.getRawClass().isRecord()) {
            var json = new HashMap<String, Object>();
            for (var component : type.getRawClass().getRecordComponents()) {
                var name = component.getName().equals("nextLink") ? "@odata.nextLink" : component.getName();
                json.put(name, hostile(componentType(type, component)));
            }
            return json;
        }
        return switch (type.getRawClass().getSimpleName()) {
            case "String" -> HOSTILE;
            case "UUID" -> ID;
            case "Boolean" -> true;
            case "Integer", "long" -> 1;
            case "Instant" -> "2026-01-01T00:00:00Z";
            case "Map" -> Map.of();
            default -> throw new AssertionError("No value for " + type);
        };
    }

    private static JavaType componentType(JavaType type, RecordComponent component) {
        return JSON.getTypeFactory().resolveMemberType(component.getGenericType(), type.getBindings());
    }

    private static void check(Object value, String where, Collection<String> exact) {
        if (value instanceof Collection<?> all) {
            all.forEach(one -> check(one, where, exact));
        } else if (value instanceof String text) {
            assertThat(text).as(where).isEqualTo(PLAIN);
        } else if (value instanceof Record read) {
            for (var component : read.getClass().getRecordComponents()) {
                var name = read.getClass().getSimpleName() + "." + component.getName();
                var part = part(read, component);
                if (component.getAccessor().isAnnotationPresent(JsonDeserialize.class)) {
                    assertThat(part).as(name).isEqualTo(HOSTILE);
                    exact.add(name);
                } else if (part != null) {
                    check(part, name, exact);
                }
            }
        }
    }

    private static Object part(Record read, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(read);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }
}
