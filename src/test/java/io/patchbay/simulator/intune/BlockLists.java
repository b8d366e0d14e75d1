package io.patchbay.simulator.intune;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads the XML of {@code Put Block List}. */
final class BlockLists {
    private static final Set<String> KINDS = Set.of("Latest", "Committed", "Uncommitted");

    private BlockLists() {}

    /** The identifiers of the blocks, in hexadecimal digits, in their order. */
    static List<String> read(byte[] xml) throws IOException {
        Element root = parse(xml).getDocumentElement();
        if (!root.getTagName().equals("BlockList")) {
            throw invalid();
        }
        List<String> ids = new ArrayList<>();
        NodeList children = root.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element block) {
                if (!KINDS.contains(block.getTagName())) {
                    throw invalid();
                }
                ids.add(hex(block.getTextContent()));
            }
        }
        return ids;
    }

    private static String hex(String base64) {
        try {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException notBase64) {
            throw new BlobRefusal(400, "InvalidBlockId", "The specified block ID is invalid.");
        }
    }

    private static Document parse(byte[] xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (SAXException malformed) {
            throw invalid();
        }
    }

    private static BlobRefusal invalid() {
        return new BlobRefusal(400, "InvalidXmlDocument", "The specified XML is not syntactically valid.");
    }

    /** Without it the parser writes to the console. */
    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // of no consequence
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
