/** CXone speech engines as files: what they may say, what they mean to the vendor, and when a version may serve more. */
package io.transcripthub.engines;
