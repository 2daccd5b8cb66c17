/**
 * Chat transcripts that are handed to a vendor: what is checked before one is sent, how one is sorted and split, what is sent,
 * and how its text is kept until then. Plain rules: neither Camel nor HTTP.
 */
package io.transcripthub.chats;
