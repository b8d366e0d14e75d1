package io.patchbay.ui.template;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.tomcat.util.http.parser.AcceptEncoding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.thymeleaf.spring6.view.ThymeleafView;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * A page that is compressed here, as fast as can be: Tomcat compresses as small as can be, which takes up to three times as long
 * for a tenth fewer bytes, and knows no other level. Whether and from which size on, the server's settings say.
 */
class CompressedView extends ThymeleafView {

    private static final String GZIP = "gzip";

    /** Has all pages made by it. */
    @Component
    static class Registration {

        Registration(ThymeleafViewResolver views) {
            views.setViewClass(CompressedView.class);
        }
    }

    private Compression settings = new Compression();

    @Autowired
    void setServer(ServerProperties server) {
        settings = server.getCompression();
    }

    @Override
    public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (!wanted(request)) {
            super.render(model, request, response);
            return;
        }
        var page = new ContentCachingResponseWrapper(response);
        super.render(model, request, page);
        if (page.getContentSize() < settings.getMinResponseSize().toBytes()) {
            page.copyBodyToResponse();
            return;
        }
        var compressed = compressed(page.getContentAsByteArray());
        response.setHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setContentLength(compressed.length);
        response.getOutputStream().write(compressed);
    }

    private boolean wanted(HttpServletRequest request) throws IOException {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (!settings.getEnabled() || accepted == null) {
            return false;
        }
        return AcceptEncoding.parse(new StringReader(accepted)).stream()
                .anyMatch(encoding -> encoding.getEncoding().equalsIgnoreCase(GZIP) && encoding.getQuality() > 0);
    }

    private static byte[] compressed(byte[] page) throws IOException {
        var bytes = new ByteArrayOutputStream(page.length / 4);
        try (var gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            gzip.write(page);
        }
        return bytes.toByteArray();
    }
}
