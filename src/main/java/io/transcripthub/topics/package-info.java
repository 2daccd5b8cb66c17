/** What conversations are about: TF-IDF and k-means on sparse vectors, in plain Java. */
package io.transcripthub.topics;
