package io.patchbay.ui.layout;

import io.patchbay.ui.Account;
import io.patchbay.ui.AccountSource;
import io.patchbay.ui.ReadersZone;
import io.patchbay.ui.Tab;
import io.patchbay.ui.TabSource;
import io.patchbay.ui.form.DecimalEditor;
import io.patchbay.ui.form.PlainTextEditor;
import io.patchbay.ui.preference.PreferenceCookie;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.ui.Model;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Puts the page layout, and how its reader is told times, into the model of every page; nothing of it is computed unless a template asks. */
@ControllerAdvice
public class PageLayoutAdvice {

    private final LayoutContributions contributions;
    private final Supplier<List<TabSource>> tabs;
    private final Supplier<Optional<AccountSource>> account;
    private final ReadersZone zone;
    private final String version;

    PageLayoutAdvice(
            LayoutContributions contributions,
            ObjectProvider<TabSource> tabs,
            ObjectProvider<AccountSource> account,
            ReadersZone zone,
            ObjectProvider<BuildProperties> build) {
        this.contributions = contributions;
        this.tabs = SingletonSupplier.of(() -> tabs.stream().toList());
        this.account = SingletonSupplier.of(() -> Optional.ofNullable(account.getIfAvailable()));
        this.zone = zone;
        this.version = Optional.ofNullable(build.getIfAvailable())
                .map(BuildProperties::getVersion)
                .orElse("dev");
    }

    @ModelAttribute
    void addTo(Model model, HttpServletRequest request) {
        var layout = layout(request);
        model.addAttribute("layout", layout);
        model.addAttribute("dates", new LazyContextVariable<ReaderDates>() {

            @Override
            protected ReaderDates loadValue() {
                return layout.dates();
            }
        });
    }

    /** What the layouts show around the page that is asked for. */
    public PageLayout layout(HttpServletRequest request) {
        var chosen = SingletonSupplier.of(this.zone::chosen);
        return new PageLayout(
                SingletonSupplier.of(this.contributions::all),
                this::tabs,
                SingletonSupplier.of(this::account),
                chosen,
                SingletonSupplier.of(() -> this.zone.or(chosen.obtain())),
                Theme.of(request),
                collapsed(request),
                this.version,
                here(request));
    }

    @InitBinder
    void refuseWhatNobodyTypes(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PlainTextEditor());
        binder.registerCustomEditor(Integer.class, new DecimalEditor());
    }

    private List<Tab> tabs(String page) {
        return this.tabs.get().stream()
                .filter(source -> source.page().equals(page))
                .flatMap(source -> source.tabs().stream())
                .toList();
    }

    private Optional<Account> account() {
        return this.account.get().flatMap(AccountSource::account);
    }

    private static boolean collapsed(HttpServletRequest request) {
        return PreferenceCookie.read(request, "nav").filter("collapsed"::equals).isPresent();
    }

    /** Where to come back to; only a page that was read can be read again. */
    private static String here(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null) {
            return "/";
        }
        String around = request.getHeader("HX-Current-URL");
        return around == null
                ? local(request, request.getRequestURI(), request.getQueryString())
                : around(request, around);
    }

    /** The page into which htmx puts the answer. */
    private static String around(HttpServletRequest request, String page) {
        try {
            URI address = new URI(page);
            String path = address.getRawPath();
            return path == null ? "/" : local(request, path, address.getRawQuery());
        } catch (URISyntaxException e) {
            return "/";
        }
    }

    private static String local(HttpServletRequest request, String path, @Nullable String query) {
        String own = path.startsWith(request.getContextPath())
                ? path.substring(request.getContextPath().length())
                : path;
        return query == null ? own : own + "?" + query;
    }
}
