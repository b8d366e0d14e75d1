package io.patchbay.ui.form;

import io.patchbay.platform.problem.InvalidRequestException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters that a handler method does not know, that come twice where one is meant, that are too long or that hold
 * control characters, before the method sees any of them. A method that takes all parameters as a map may be sent unknown ones.
 * The error page is shown whatever the refused request carried.
 */
class ParametersInterceptor implements HandlerInterceptor {

    private static final int LONGEST_VALUE = 8_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_VALUES = 100;
    private static final String CSRF = "_csrf";

    private final Map<HandlerMethod, Map<String, Expected>> known = new ConcurrentHashMap<>();

    /**
     * A parameter that a method knows.
     *
     * @param most how often it may come
     * @param list whether it is a list of something else than texts, whose places must not be empty
     */
    private record Expected(int most, boolean list) {

        static final Expected NOT = new Expected(0, false);
        static final Expected ONE = new Expected(1, false);

        static Expected of(ResolvableType type) {
            return Collection.class.isAssignableFrom(type.toClass())
                    ? new Expected(MOST_VALUES, type.asCollection().resolveGeneric() != String.class)
                    : ONE;
        }

        /** A list comes as several parameters, or as one with commas in it. */
        boolean hasGaps(String[] values) {
            return list
                    && Arrays.stream(values)
                            .filter(value -> values.length > 1 || !value.isEmpty())
                            .flatMap(value -> Arrays.stream(value.split(",", -1)))
                            .anyMatch(String::isBlank);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("io.patchbay.")) {
            var takesAll = takesAll(method);
            var expected = known.computeIfAbsent(method, ParametersInterceptor::expected);
            request.getParameterMap()
                    .forEach((name, values) ->
                            check(name, values, expected.getOrDefault(name, takesAll ? Expected.ONE : Expected.NOT)));
        }
        return true;
    }

    private static void check(String name, String[] values, Expected expected) {
        if (expected.most() == 0 || name.length() > LONGEST_NAME) {
            throw new InvalidRequestException("problem.parameter-unknown");
        }
        if (values.length > expected.most() && expected.most() > 1) {
            throw new InvalidRequestException("problem.parameter-many", expected.most());
        }
        if (values.length > expected.most()) {
            throw new InvalidRequestException("problem.parameter-doubled");
        }
        if (expected.hasGaps(values)) {
            throw new InvalidRequestException("problem.parameter", name);
        }
        for (var value : values) {
            check(value);
        }
    }

    private static void check(String value) {
        if (value.length() > LONGEST_VALUE) {
            throw new InvalidRequestException("problem.parameter-long");
        }
        if (value.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\r' && c != '\n')) {
            throw new InvalidRequestException("problem.parameter-characters");
        }
    }

    private static boolean takesAll(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(p -> p.hasParameterAnnotation(RequestParam.class) && p.getParameterType() == Map.class);
    }

    /** The parameters that the method knows. */
    private static Map<String, Expected> expected(HandlerMethod method) {
        var expected = new HashMap<String, Expected>();
        expected.put(CSRF, Expected.ONE);
        for (var parameter : method.getMethodParameters()) {
            add(parameter, expected);
        }
        return expected;
    }

    private static void add(MethodParameter parameter, Map<String, Expected> expected) {
        var declared = parameter.getParameterAnnotation(RequestParam.class);
        if (declared != null) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            var name = declared.name().isEmpty() ? parameter.getParameterName() : declared.name();
            if (name != null) {
                expected.put(name, Expected.of(ResolvableType.forMethodParameter(parameter)));
            }
        }
        if (parameter.hasParameterAnnotation(ModelAttribute.class)
                && parameter.getParameterType().isRecord()) {
            for (var component : parameter.getParameterType().getRecordComponents()) {
                expected.put(
                        component.getName(), Expected.of(ResolvableType.forMethodReturnType(component.getAccessor())));
                expected.put("_" + component.getName(), Expected.ONE);
            }
        }
    }
}
