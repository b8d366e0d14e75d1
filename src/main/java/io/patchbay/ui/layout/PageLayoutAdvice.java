package io.patchbay.ui.layout;

import io.patchbay.ui.Account;
import io.patchbay.ui.AccountSource;
import io.patchbay.ui.Tab;
import io.patchbay.ui.TabSource;
import io.patchbay.ui.TimeZoneSource;
import io.patchbay.ui.form.DecimalEditor;
import io.patchbay.ui.form.PlainTextEditor;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/** Puts the page layout into the model of every page; nothing of it is computed unless a template asks. */
@ControllerAdvice
public class PageLayoutAdvice {

    private final LayoutContributions contributions;
    private final ObjectProvider<TabSource> tabs;
    private final ObjectProvider<AccountSource> account;
    private final ObjectProvider<TimeZoneSource> zone;
    private final String version;

    PageLayoutAdvice(
            LayoutContributions contributions,
            ObjectProvider<TabSource> tabs,
            ObjectProvider<AccountSource> account,
            ObjectProvider<TimeZoneSource> zone,
            ObjectProvider<BuildProperties> build) {
        this.contributions = contributions;
        this.tabs = tabs;
        this.account = account;
        this.zone = zone;
        this.version = Optional.ofNullable(build.getIfAvailable())
                .map(BuildProperties::getVersion)
                .orElse("dev");
    }

    @ModelAttribute("layout")
    public PageLayout layout(HttpServletRequest request) {
        return new PageLayout(
                SingletonSupplier.of(this.contributions::all),
                this::tabs,
                SingletonSupplier.of(this::account),
                SingletonSupplier.of(this::zone),
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
        return this.tabs.stream()
                .filter(source -> source.page().equals(page))
                .flatMap(source -> source.tabs().stream())
                .toList();
    }

    private Optional<Account> account() {
        return Optional.ofNullable(this.account.getIfAvailable()).flatMap(AccountSource::account);
    }

    private Optional<ZoneId> zone() {
        return Optional.ofNullable(this.zone.getIfAvailable()).flatMap(TimeZoneSource::zone);
    }

    private static boolean collapsed(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, "nav");
        return cookie != null && cookie.getValue().equals("collapsed");
    }

    /** Where to come back to; only a page that was read can be read again. */
    private static String here(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null) {
            return "/";
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }
}
