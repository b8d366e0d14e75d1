package io.patchbay.ui.template;

import java.security.Principal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.web.IWebApplication;
import org.thymeleaf.web.IWebExchange;
import org.thymeleaf.web.IWebRequest;
import org.thymeleaf.web.IWebSession;

/**
 * A request as templates see it. What they set is kept here rather than among the request's attributes, which are behind all the
 * wrappers that filters put around a request; and addresses stay as they are, since a session is never part of one and those of
 * files are written into a template when it is read.
 */
final class TemplateExchange implements IWebExchange {

    private final IWebExchange whole;
    private final Map<String, Object> attributes;

    private TemplateExchange(IWebExchange whole, Map<String, Object> attributes) {
        this.whole = whole;
        this.attributes = attributes;
    }

    /** With the attributes that the request has by now. */
    static IWebExchange of(IWebExchange whole) {
        return whole instanceof TemplateExchange
                ? whole
                : new TemplateExchange(whole, new HashMap<>(whole.getAttributeMap()));
    }

    /** The same request without any attribute. */
    static IWebExchange bare(IWebExchange whole) {
        return new TemplateExchange(whole, new HashMap<>());
    }

    @Override
    public IWebRequest getRequest() {
        return whole.getRequest();
    }

    @Override
    public IWebSession getSession() {
        return whole.getSession();
    }

    @Override
    public IWebApplication getApplication() {
        return whole.getApplication();
    }

    @Override
    public Principal getPrincipal() {
        return whole.getPrincipal();
    }

    @Override
    public Locale getLocale() {
        return whole.getLocale();
    }

    @Override
    public String getContentType() {
        return whole.getContentType();
    }

    @Override
    public String getCharacterEncoding() {
        return whole.getCharacterEncoding();
    }

    @Override
    public boolean containsAttribute(String name) {
        return attributes.containsKey(name);
    }

    @Override
    public int getAttributeCount() {
        return attributes.size();
    }

    @Override
    public Set<String> getAllAttributeNames() {
        return Collections.unmodifiableSet(attributes.keySet());
    }

    @Override
    public Map<String, Object> getAttributeMap() {
        return Collections.unmodifiableMap(attributes);
    }

    @Override
    public @Nullable Object getAttributeValue(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttributeValue(String name, @Nullable Object value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public String transformURL(String address) {
        return address;
    }
}
