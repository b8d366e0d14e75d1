package io.patchbay.ui.error;

import io.patchbay.platform.jdbc.DatabaseFault;
import io.patchbay.platform.problem.ConflictException;
import io.patchbay.platform.problem.ExplainedException;
import io.patchbay.platform.problem.InvalidRequestException;
import io.patchbay.platform.problem.NotFoundException;
import io.patchbay.platform.problem.RefusedException;
import io.patchbay.platform.problem.TooManyRequestsException;
import io.patchbay.platform.problem.UnavailableException;
import io.patchbay.platform.problem.WayOn;
import jakarta.servlet.ServletException;
import jakarta.validation.ConstraintViolationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/**
 * What went wrong, in terms of what may be said about it.
 *
 * @param status the HTTP status
 * @param messageKey the sentence that says what is wrong
 * @param args arguments of that sentence; never an exception's message, never what the client sent
 * @param headers headers that belong to the status
 */
public record ErrorDescription(
        int status,
        String messageKey,
        List<Object> args,
        Map<String, List<String>> headers,
        @Nullable WayOn wayOn) {

    public static final String ATTRIBUTE = ErrorDescription.class.getName();

    private static final Logger log = LoggerFactory.getLogger(ErrorDescription.class);

    public static ErrorDescription of(int status) {
        return new ErrorDescription(status, "problem." + status + ".text", List.of(), Map.of(), null);
    }

    public static ErrorDescription of(Throwable failure) {
        return switch (failure) {
            case NotFoundException e -> of(404);
            case RefusedException e -> of(403).because(e);
            case InvalidRequestException e -> of(400).because(e);
            case ConflictException e -> of(409).because(e);
            case TooManyRequestsException e -> wait(e).with(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds());
            case UnavailableException e -> of(503).because(e);
            case OptimisticLockingFailureException e -> of(409);
            case CsrfException e -> of(403).because("problem.expired-form");
            case AccessDeniedException e -> of(403);
            case RequestRejectedException e -> of(400).because("problem.malformed");
            case InvalidParameterException e -> of(400).because("problem.malformed");
            case MethodArgumentTypeMismatchException e -> of(400).because("problem.parameter", e.getName());
            case MissingServletRequestParameterException e ->
                of(400).because("problem.parameter-missing", e.getParameterName());
            case BindException e -> of(400).because("problem.fields", fields(e));
            case ConversionNotSupportedException e -> of(500);
            case TypeMismatchException e -> of(400).because("problem.value");
            case ConstraintViolationException e -> of(400).because("problem.value");
            case HttpMessageNotReadableException e -> of(400).because("problem.body");
            case ErrorResponse e ->
                new ErrorDescription(
                        e.getStatusCode().value(),
                        of(e.getStatusCode().value()).messageKey(),
                        List.of(),
                        headers(e),
                        null);
            case ServletException e when e.getCause() != null -> of(e.getCause());
            case MultipartException e -> of(400).because("problem.malformed");
            default -> ofDatabase(failure);
        };
    }

    private static ErrorDescription ofDatabase(Throwable failure) {
        return DatabaseFault.of(failure)
                .map(fault -> of(503).because(
                                switch (fault) {
                                    case UNREACHABLE -> "problem.database";
                                    case FULL -> "problem.database-full";
                                    case LOCKED -> "problem.database-locked";
                                }))
                .orElseGet(() -> of(500));
    }

    /** Our own failures are logged as such, once; everybody else's are not ours to raise an alarm about. */
    public void log(Throwable failure) {
        if (this.status >= 500) {
            log.error("Request failed", failure);
        } else {
            log.debug("Request refused with {}", this.status, failure);
        }
    }

    ErrorDescription because(String key, Object... arguments) {
        return new ErrorDescription(this.status, key, List.of(arguments), this.headers, this.wayOn);
    }

    private ErrorDescription because(ExplainedException reason) {
        return new ErrorDescription(
                this.status,
                reason.messageKey(),
                List.of(reason.args()),
                this.headers,
                reason.wayOn().orElse(null));
    }

    private ErrorDescription with(String header, long value) {
        return new ErrorDescription(
                this.status, this.messageKey, this.args, Map.of(header, List.of(Long.toString(value))), this.wayOn);
    }

    private static ErrorDescription wait(TooManyRequestsException e) {
        var minutes = e.retryAfterMinutes();
        return minutes <= 120
                ? of(429).because("problem.429.wait", minutes)
                : of(429).because("problem.429.wait-hours", (minutes + 59) / 60);
    }

    private static String fields(BindException e) {
        return e.getFieldErrors().stream().map(FieldError::getField).distinct().collect(Collectors.joining(", "));
    }

    private static Map<String, List<String>> headers(ErrorResponse response) {
        var headers = new LinkedHashMap<String, List<String>>();
        response.getHeaders().forEach(headers::put);
        return headers;
    }
}
