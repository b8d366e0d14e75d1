package io.patchbay.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test in a real browser. Where there is no Chromium it is skipped, which one loud line says; with {@code CI=true} that
 * is a failure instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserTest.NeedsChromium.class)
public @interface BrowserTest {

    /** Decides whether there is a browser to test in. */
    class NeedsChromium implements ExecutionCondition {

        private static final AtomicBoolean SAID = new AtomicBoolean();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.executable().isPresent()) {
                return ConditionEvaluationResult.enabled("Chromium is there");
            }
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new IllegalStateException("CI needs Chromium: browser tests may not be skipped there");
            }
            if (SAID.compareAndSet(false, true)) {
                System.err.println(
                        "########## NO CHROMIUM FOUND: EVERY BROWSER TEST IS SKIPPED (set PATCHBAY_CHROMIUM) ##########");
            }
            return ConditionEvaluationResult.disabled("No Chromium");
        }
    }
}
