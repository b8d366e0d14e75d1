package io.patchbay.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters that a handler method does not know, that come twice, that are too long or that hold control
 * characters, before the method sees any of them. A method that takes all parameters as a map may be sent unknown ones.
 * The error page is shown whatever the refused request carried.
 */
class ParametersInterceptor implements HandlerInterceptor {

    private static final int LONGEST_VALUE = 8_000;
    private static final int LONGEST_NAME = 100;
    private static final String CSRF = "_csrf";

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("io.patchbay.")) {
            var takesAll = takesAll(method);
            var names = known.computeIfAbsent(method, ParametersInterceptor::names);
            request.getParameterMap().forEach((name, values) -> check(name, values, takesAll || names.contains(name)));
        }
        return true;
    }

    private static void check(String name, String[] values, boolean isKnown) {
        if (!isKnown || name.length() > LONGEST_NAME) {
            throw new InvalidRequestException("problem.parameter-unknown");
        }
        if (values.length > 1) {
            throw new InvalidRequestException("problem.parameter-doubled");
        }
        if (values[0].length() > LONGEST_VALUE) {
            throw new InvalidRequestException("problem.parameter-long");
        }
        if (values[0].chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\r' && c != '\n')) {
            throw new InvalidRequestException("problem.parameter-characters");
        }
    }

    private static boolean takesAll(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(p -> p.hasParameterAnnotation(RequestParam.class) && p.getParameterType() == Map.class);
    }

    private static Set<String> names(HandlerMethod method) {
        var names = new HashSet<String>();
        names.add(CSRF);
        for (var parameter : method.getMethodParameters()) {
            addNames(parameter, names);
        }
        return names;
    }

    private static void addNames(MethodParameter parameter, Set<String> names) {
        var declared = parameter.getParameterAnnotation(RequestParam.class);
        if (declared != null) {
            parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
            var name = declared.name().isEmpty() ? parameter.getParameterName() : declared.name();
            if (name != null) {
                names.add(name);
            }
        }
        if (parameter.hasParameterAnnotation(ModelAttribute.class)
                && parameter.getParameterType().isRecord()) {
            Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(RecordComponent::getName)
                    .forEach(name -> {
                        names.add(name);
                        names.add("_" + name);
                    });
        }
    }
}
