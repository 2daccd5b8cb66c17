package io.transcripthub.engines;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Whether a file is a grammar of the XML form of the Speech Recognition Grammar Specification 1.0 (w3.org/TR/speech-grammar):
 * rules with ids, a root among them, no reference into nothing. A document type is refused, and with it each entity that
 * would lead out of the file.
 */
final class GrxmlCheck extends DefaultHandler {
    private static final String NAMESPACE = "http://www.w3.org/2001/06/grammar";
    private static final Set<String> SPECIAL = Set.of("NULL", "VOID", "GARBAGE");

    private record Reference(String rule, int line) {}

    private final String file;
    private final Set<String> rules = new HashSet<>();
    private final List<Reference> references = new ArrayList<>();
    private Locator locator;
    private int depth;

    GrxmlCheck(String file) {
        this.file = file;
    }

    /** What is wrong with it, with file and line; empty when nothing is. */
    Optional<String> check(String grxml) {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.newSAXParser().parse(new InputSource(new StringReader(grxml)), this);
            return references.stream()
                    .filter(reference -> !rules.contains(reference.rule()))
                    .findFirst()
                    .map(reference -> file + ":" + reference.line() + ": expected a rule of the file, found '"
                            + reference.rule() + "'");
        } catch (SAXParseException broken) {
            return Optional.of(file + ":" + Math.max(1, broken.getLineNumber()) + ": " + words(broken));
        } catch (SAXException | ParserConfigurationException | IOException broken) {
            return Optional.of(file + ":1: expected XML, found something else");
        }
    }

    private static String words(SAXParseException broken) {
        return broken.getMessage().contains("DOCTYPE")
                ? "expected no DOCTYPE, found one; the hub reads no document types"
                : broken.getMessage();
    }

    @Override
    public void setDocumentLocator(Locator where) {
        locator = where;
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
        throw wrong("expected no external entity, found one");
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        if (depth++ == 0) {
            grammar(uri, name, attributes);
        } else if (name.equals("rule")) {
            rule(attributes.getValue("id"));
        } else if (name.equals("ruleref")) {
            String target = attributes.getValue("uri");
            if (target != null && target.startsWith("#")) {
                references.add(new Reference(target.substring(1), locator.getLineNumber()));
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        depth--;
    }

    @Override
    public void endDocument() throws SAXException {
        if (rules.isEmpty()) {
            throw wrong("expected at least one rule, found none");
        }
    }

    private void grammar(String uri, String name, Attributes attributes) throws SAXException {
        if (!name.equals("grammar") || !uri.isEmpty() && !uri.equals(NAMESPACE)) {
            throw wrong("expected the element grammar of " + NAMESPACE + ", found " + name
                    + (uri.isEmpty() ? "" : " of " + uri));
        }
        if (attributes.getValue("root") != null) {
            references.add(new Reference(attributes.getValue("root"), locator.getLineNumber()));
        }
    }

    private void rule(String id) throws SAXException {
        if (id == null || id.isBlank() || SPECIAL.contains(id)) {
            throw wrong("rule: expected an id, found " + (id == null ? "none" : "'" + id + "'"));
        }
        if (!rules.add(id)) {
            throw wrong("rule: expected another id for each rule, found '" + id + "' twice");
        }
    }

    private SAXParseException wrong(String words) {
        return new SAXParseException(words, locator);
    }

    @Override
    public void error(SAXParseException broken) throws SAXException {
        throw broken;
    }

    @Override
    public void fatalError(SAXParseException broken) throws SAXException {
        throw broken;
    }
}
