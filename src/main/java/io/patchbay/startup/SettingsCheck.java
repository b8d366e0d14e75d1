package io.patchbay.startup;

import io.patchbay.platform.tracing.TraceCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.env.Environment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/** Reads every setting of Patchbay as the start does, and says of each one that is wrong what to write. */
final class SettingsCheck {

    private static final String CHECK = "Settings";
    private static final String ROOT = "io.patchbay";
    private static final String REFERENCE = "See src/docs/reference/configuration.md";

    private SettingsCheck() {}

    static List<Finding> run(Environment environment) {
        var problems = problems(environment);
        return problems.isEmpty()
                ? List.of(Finding.passed(CHECK, "All can be read"))
                : problems.stream()
                        .map(problem -> Finding.failed(CHECK, problem))
                        .toList();
    }

    static List<String> problems(Environment environment) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var binder = Binder.get(environment);
        var problems = new ArrayList<String>();
        try (var validator = new LocalValidatorFactoryBean()) {
            validator.afterPropertiesSet();
            scanner.findCandidateComponents(ROOT).stream()
                    .map(BeanDefinition::getBeanClassName)
                    .sorted()
                    .map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
                    .forEach(type -> problems.addAll(problems(binder, validator, type)));
        }
        TraceCollector.problem(environment).ifPresent(problems::add);
        return problems;
    }

    private static List<String> problems(Binder binder, LocalValidatorFactoryBean validator, Class<?> type) {
        var prefix = type.getAnnotation(ConfigurationProperties.class).value();
        try {
            binder.bindOrCreate(prefix, Bindable.of(type), new ValidationBindHandler(validator));
            return List.of();
        } catch (BindException e) {
            return problems(e);
        }
    }

    private static List<String> problems(BindException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindValidationException invalid) {
                return invalid.getValidationErrors().getAllErrors().stream()
                        .map(error -> "%s %s"
                                .formatted(
                                        error instanceof org.springframework.validation.FieldError field
                                                ? new Setting(problem.getName() + "." + kebab(field.getField()))
                                                : problem.getName(),
                                        error.getDefaultMessage()))
                        .toList();
            }
            if (cause instanceof ConversionFailedException failed) {
                return List.of(notReadable(problem, failed));
            }
        }
        return List.of(root(problem));
    }

    private static String notReadable(BindException problem, ConversionFailedException failed) {
        var setting = new Setting(problem.getName().toString());
        var type = failed.getTargetType().getType();
        if (type.isEnum()) {
            var values = Arrays.stream(type.getEnumConstants())
                    .map(value ->
                            ((Enum<?>) value).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", "));
            return "Set %s to one of %s. It is \"%s\"".formatted(setting, values, failed.getValue());
        }
        return "Set %s to a %s. It is \"%s\". %s"
                .formatted(setting, type.getSimpleName(), failed.getValue(), REFERENCE);
    }

    /** Records refuse what makes no sense with a message that says what to write. */
    private static String root(BindException problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == problem || root.getMessage() == null
                ? "%s can't be read. %s".formatted(new Setting(problem.getName().toString()), REFERENCE)
                : root.getMessage();
    }

    private static String kebab(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
