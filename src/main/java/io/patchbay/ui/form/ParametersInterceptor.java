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

    private final Map<HandlerMethod, Map<String, Integer>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("io.patchbay.")) {
            var takesAll = takesAll(method);
            var most = known.computeIfAbsent(method, ParametersInterceptor::most);
            request.getParameterMap()
                    .forEach((name, values) -> check(name, values, most.getOrDefault(name, takesAll ? 1 : 0)));
        }
        return true;
    }

    private static void check(String name, String[] values, int most) {
        if (most == 0 || name.length() > LONGEST_NAME) {
            throw new InvalidRequestException("problem.parameter-unknown");
        }
        if (values.length > most) {
            throw new InvalidRequestException("problem.parameter-doubled");
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

    /** How often each parameter may come that the method knows. */
    private static Map<String, Integer> most(HandlerMethod method) {
        var most = new HashMap<String, Integer>();
        most.put(CSRF, 1);
        for (var parameter : method.getMethodParameters()) {
            add(parameter, most);
        }
        return most;
    }

    private static void add(MethodParameter parameter, Map<String, Integer> most) {
        var declared = parameter.getParameterAnnotation(RequestParam.class);
        if (declared != null) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            var name = declared.name().isEmpty() ? parameter.getParameterName() : declared.name();
            if (name != null) {
                most.put(name, most(parameter.getParameterType()));
            }
        }
        if (parameter.hasParameterAnnotation(ModelAttribute.class)
                && parameter.getParameterType().isRecord()) {
            for (var component : parameter.getParameterType().getRecordComponents()) {
                most.put(component.getName(), most(component.getType()));
                most.put("_" + component.getName(), 1);
            }
        }
    }

    private static int most(Class<?> type) {
        return Collection.class.isAssignableFrom(type) ? MOST_VALUES : 1;
    }
}
