package io.patchbay.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Short results of what somebody just did, kept across the redirect and shown on the next page. */
public final class Toasts {

    static final String ATTRIBUTE = "toasts";

    private Toasts() {}

    /** Says that it worked: "Success - {@code text}". */
    public static void success(RedirectAttributes redirect, String text) {
        add(redirect, Toast.ToastKind.SUCCESS, text);
    }

    /** Says something that is neither good nor bad. */
    public static void info(RedirectAttributes redirect, String text) {
        add(redirect, Toast.ToastKind.INFO, text);
    }

    /** Says that it did not work; stays until it is closed. */
    public static void failure(RedirectAttributes redirect, String text) {
        add(redirect, Toast.ToastKind.FAILURE, text);
    }

    private static void add(RedirectAttributes redirect, Toast.ToastKind kind, String text) {
        Map<String, ?> kept = redirect.getFlashAttributes();
        var toasts = new ArrayList<Object>(kept.get(ATTRIBUTE) instanceof List<?> earlier ? earlier : List.of());
        toasts.add(new Toast(kind, text));
        redirect.addFlashAttribute(ATTRIBUTE, toasts);
    }
}
