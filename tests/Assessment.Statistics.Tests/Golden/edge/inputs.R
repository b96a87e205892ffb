set.seed(7)
w <- function(n, d) write.csv(d, file.path("data", n), row.names=FALSE, na="", quote=FALSE)
w("z.csv", data.frame(g=c("one","two","two","const","const","const","zero","zero","tie","tie","tie","tie","tie","perf","perf","perf","neg","neg","neg","neg","miss","miss"),
 pre=c(5, 3,7, 4,5,6, 4,4, 1,2,2,3,3, 10,10,10, 8,7,9,6, 3,NA),
 post=c(9, 6,6, 6,7,8, 4,4, 2,2,3,3,3, 10,9,10, 5,6,2,1, NA,4)))
for (g in c("one","two","const","zero","tie","perf","neg","miss")) {
 f <- list(g=g)
 try_case(paste0("e.desc.",g), "gain.descriptives", "z.csv", list(column="pre", filter=f))
 try_case(paste0("e.pt.",g), "gain.paired_t", "z.csv", list(pre="pre",post="post", filter=f))
 try_case(paste0("e.es.",g), "gain.effect_sizes_paired", "z.csv", list(pre="pre",post="post", filter=f))
 try_case(paste0("e.hake.",g), "gain.hake", "z.csv", list(pre="pre",post="post", max=10, filter=f))
 try_case(paste0("e.mc.",g), "gain.mcnemar", "z.csv", list(pre="pre",post="post", cut=5, filter=f))
}
n <- 4000; a <- round(rnorm(n,20,4)); b <- round(a*.9+3+rnorm(n,0,2)); b[1:50] <- NA; a[60:70] <- NA
w("big.csv", data.frame(pre=a, post=b))
try_case("e.es.big","gain.effect_sizes_paired","big.csv",list(pre="pre",post="post", conf=.9))
try_case("e.pt.big","gain.paired_t","big.csv",list(pre="pre",post="post", conf=.99))
try_case("e.hake.big","gain.hake","big.csv",list(pre="pre",post="post", max=40))
try_case("e.mc.big","gain.mcnemar","big.csv",list(pre="pre",post="post", cut=22, conf=.9))
x <- seq(1,40,length.out=300); w("tight.csv", data.frame(pre=x, post=x+5+rep(c(-.01,.01),150)))
try_case("e.es.tight","gain.effect_sizes_paired","tight.csv",list(pre="pre",post="post"))
for (t in list(c(5,0,0,5),c(5,0,3,5),c(5,3,0,5),c(0,0,0,0),c(10,0,0,0),c(0,4,4,0),c(3,4,4,9),c(0,0,7,0),c(200,3,50,0)))
 try_case(paste0("e.mct.",paste(t,collapse="_")),"gain.mcnemar",NULL,list(table=as.list(t)))
for (t in list(c(20,20),c(1,1),c(0,1),c(1,2),c(5,1000000),c(999,1000))) for (cf in c(.95,.9,.999)) try_case(paste0("e.prop.",paste(t,collapse="_"),cf),"field.proportion",NULL,list(x=t[1],n=t[2],conf=cf))
items <- function(X) { colnames(X) <- paste0("i",seq_len(ncol(X))); as.data.frame(X) }
IT <- function(k) as.list(paste0("i",1:k))
mk <- function(n,k) { th <- rnorm(n); b <- seq(-1.5,1.5,length.out=k); matrix(as.numeric(plogis(outer(th,b,"-"))>matrix(runif(n*k),n,k)),n,k) }
for (nk in list(c(2,5),c(1,4),c(3,2),c(30,2),c(50,9),c(400,40),c(5,1))) { X <- mk(nk[1],nk[2]); nm <- paste0("m",nk[1],"_",nk[2]); w(paste0(nm,".csv"), items(X))
 try_case(paste0("e.rel.",nm),"test.reliability",paste0(nm,".csv"),list(items=IT(nk[2]), cut=nk[2]/2))
 try_case(paste0("e.ia.",nm),"test.item_analysis",paste0(nm,".csv"),list(items=IT(nk[2]))) }
X <- mk(40,6); X[,3] <- 1; X[,5] <- 0; w("constitem.csv", items(X)); try_case("e.rel.constitem","test.reliability","constitem.csv",list(items=IT(6),cut=3)); try_case("e.ia.constitem","test.item_analysis","constitem.csv",list(items=IT(6)))
X <- matrix(1,10,4); w("allone.csv", items(X)); try_case("e.rel.allone","test.reliability","allone.csv",list(items=IT(4),cut=3)); try_case("e.ia.allone","test.item_analysis","allone.csv",list(items=IT(4)))
X <- matrix(rep(c(1,1,0,0, 0,1,1,0, 1,0,0,1, 0,0,1,1),3),12,4,byrow=TRUE); w("ipsa.csv", items(X)); try_case("e.rel.ipsa","test.reliability","ipsa.csv",list(items=IT(4),cut=3)); try_case("e.ia.ipsa","test.item_analysis","ipsa.csv",list(items=IT(4)))
X <- mk(60,8); X[sample(480,40)] <- NA; w("blank.csv", items(X)); for (m in c("zero","listwise")) { try_case(paste0("e.rel.blank",m),"test.reliability","blank.csv",list(items=IT(8),missing=m)); try_case(paste0("e.ia.blank",m),"test.item_analysis","blank.csv",list(items=IT(8),missing=m)) }
X <- cbind(1:10, -(1:10), c(1:5,5:1)) ; w("neg.csv", items(X)); try_case("e.rel.neg","test.reliability","neg.csv",list(items=IT(3))); try_case("e.ia.neg","test.item_analysis","neg.csv",list(items=IT(3)))
try_case("e.nct","dist.noncentral_t",NULL,list(t=list(600,500,700,-600,-3,0,30,1.2,100,5,-5,2,0.1),df=list(100,20,3000,50,4,5,2,1,1e5,1,1,1000,2.5),ncp=list(600,550,600,-590,-600,600,25,0,101,0,3,-4,37)))
try_case("e.hj","dist.hedges_j",NULL,list(m=list(1,1.5,2.5,7.3,31.9,0.5,100)))
try_case("e.tails","dist.tails",NULL,list(t_q=list(-2,0,1e-3,100,1e6,3),t_df=list(5,3,7,2,1,1e6),c_q=list(0,1e-5,5,3000,101),c_df=list(1,2,.5,100,100),f_q=list(0,1e-4,1,500,1.5),f_df1=list(1,2,3,4,1000),f_df2=list(3,2,1e5,7,2000),z=list(-40,-1,0,.1,5,37),p=list(1e-300,1e-15,.3,.5,.7,.999999,.9999999999)))
K <- data.frame(a=c("x","y","z","x","x",NA,"y","z"), b=c("x","y","y","x","z","y",NA,"z"), c=c("x","y","z","z","x","x","y","y"), s="x", n1=c(1,2,10,10,2,1,1,2), n2=c(1,10,10,2,2,1,2,2))
w("codes.csv", K)
try_case("e.kappa.text","rel.kappa","codes.csv",list(rater1="a",rater2="b"))
try_case("e.kappa.num","rel.kappa","codes.csv",list(rater1="n1",rater2="n2"))
try_case("e.kappa.same","rel.kappa","codes.csv",list(rater1="n1",rater2="n1"))
try_case("e.kappa.constant","rel.kappa","codes.csv",list(rater1="s",rater2="s"))
try_case("e.kappa.levels","rel.kappa","codes.csv",list(rater1="a",rater2="c",levels=list("z","y","x","w")))
try_case("e.kappa.oneconst","rel.kappa","codes.csv",list(rater1="a",rater2="s"))
try_case("e.fleiss.text","rel.fleiss_kappa","codes.csv",list(raters=list("a","b","c")))
try_case("e.fleiss.const","rel.fleiss_kappa","codes.csv",list(raters=list("s","s")))
try_case("e.fleiss.num","rel.fleiss_kappa","codes.csv",list(raters=list("n1","n2")))
R <- data.frame(r1=c(1,2,3,4,5,3),r2=c(2,3,4,5,6,4),r3=c(1,2,3,4,5,3),r4=c(2,2,2,2,2,2),r5=c(3,1,NA,2,5,4),r6=c(NA,NA,1,3,5,2)); w("rate.csv",R)
for (s in list(c("r1","r2"),c("r1","r3"),c("r1","r4"),c("r4","r4"),c("r1","r5"),c("r1","r2","r5","r6"))) { nm <- paste(s,collapse="_"); try_case(paste0("e.icc.",nm),"rel.icc","rate.csv",list(raters=as.list(s),conf=.9)); try_case(paste0("e.kripp.",nm),"rel.krippendorff","rate.csv",list(raters=as.list(s))) }
w("rate1.csv",R[1,]); try_case("e.icc.one","rel.icc","rate1.csv",list(raters=list("r1","r2"))); try_case("e.kripp.one","rel.krippendorff","rate1.csv",list(raters=list("r1","r2")))
try_case("e.adj.ties","mult.adjust",NULL,list(p=list(.01,.01,"NA",.04,1,0,.04)))
try_case("e.adj.one","mult.adjust",NULL,list(p=list(.2)))
try_case("e.rank","dist.signrank_wilcox",NULL,list(n=list(1,2,100,300),m=list(1,1,2,60),n2=list(1,5,2,45)))
d <- data.frame(arm=rep(c("t","c"),c(14,11)), cl=rep(1:8,length.out=25), pre=round(rnorm(25,15,4)), flat=7)
d$post <- d$pre+round(rnorm(25,ifelse(d$arm=="t",4,1),3)); d$fu <- d$post-round(rnorm(25,1,2)); d$fu[c(3,9)] <- NA; d$post[5] <- NA; d$same <- d$pre; d$up2 <- d$pre+2; d$noise <- d$pre+rep(c(-1,1,0,2,-2),5); d$one <- NA; d$one[4] <- 20
w("panel.csv", d)
for (p in c("post","same","up2","noise")) {
 try_case(paste0("e.wil.",p),"gain.wilcoxon","panel.csv",list(pre="pre",post=p,conf=.9))
 try_case(paste0("e.rc.",p),"gain.reliable_change","panel.csv",list(pre="pre",post=p,reliability=.7))
 try_case(paste0("e.tost.",p),"gain.tost_paired","panel.csv",list(pre="pre",post=p,low=-1,high=1,alpha=.025))
 try_case(paste0("e.ret.",p),"gain.retention","panel.csv",list(pre="pre",post=p,followup="fu"))
 try_case(paste0("e.morris.",p),"gain.morris_dppc2","panel.csv",list(pre="pre",post=p,group="arm",treated="t",control="c"))
 try_case(paste0("e.anc.",p),"gain.ancova","panel.csv",list(pre="pre",post=p,group="arm",treated="t",control="c",conf=.9))
 try_case(paste0("e.did.",p),"gain.did","panel.csv",list(pre="pre",post=p,group="arm",treated="t",control="c",cluster="cl"))
}
try_case("e.wil.one","gain.wilcoxon","panel.csv",list(pre="pre",post="one"))
try_case("e.tost.one","gain.tost_paired","panel.csv",list(pre="pre",post="one",low=-1,high=1))
try_case("e.rc.sd","gain.reliable_change","panel.csv",list(pre="pre",post="post",reliability=1))
try_case("e.rc.sd2","gain.reliable_change","panel.csv",list(pre="pre",post="post",reliability=.8,sd_pre=5,conf=.9))
try_case("e.morris.rho","gain.morris_dppc2","panel.csv",list(pre="pre",post="post",group="arm",treated="t",control="c",rho=.5,conf=.9))
for (v in c("post","flat","noise")) { try_case(paste0("e.rs.",v),"gain.rank_sum","panel.csv",list(value=v,group="arm",treated="t",control="c"))
 try_case(paste0("e.ind.",v),"gain.effect_sizes_independent","panel.csv",list(value=v,group="arm",treated="t",control="c",conf=.9)) }
s <- data.frame(g=c("a","a","a","b","b","z","y","y"), v=c(9,10,11,1,2,5,3,4)); w("sep.csv",s)
for (p in list(c("a","b"),c("z","y"),c("z","b"),c("a","y"))) { nm <- paste(p,collapse=""); try_case(paste0("e.rs.",nm),"gain.rank_sum","sep.csv",list(value="v",group="g",treated=p[1],control=p[2])); try_case(paste0("e.ind.",nm),"gain.effect_sizes_independent","sep.csv",list(value="v",group="g",treated=p[1],control=p[2])) }
n <- 300; th <- rnorm(n); g <- rep(c("R","F","X"),c(150,120,30)); X <- sapply(seq(-1.5,1.5,length.out=7),function(b) as.numeric(runif(n)<plogis(th-b))); X[g=="F",3] <- as.numeric(runif(120)<plogis(th[g=="F"]-1.5)); X[sample(2100,60)] <- NA; X[,7] <- 1
colnames(X) <- paste0("q",1:7); D <- data.frame(g=g,X); w("dif.csv",D); Q <- as.list(paste0("q",1:7))
near2 <- near
for (m in c("zero")) { try_case(paste0("e.mh.",m),"test.dif_mh","dif.csv",list(items=Q,group="g",reference="R",focal="F",missing=m)) ; for (q in c("q3","q1")) try_case(paste0("e.lr.",q),"test.dif_logistic","dif.csv",list(items=Q,group="g",focal="F",item=q,missing=m)) }
s <- data.frame(f=rep(c("A","B"),c(60,50)),s=c(pmin(12,rpois(60,6)),pmin(12,rpois(50,7)))); s$f[3] <- NA; w("eq.csv",s); try_case("e.eq","test.equate_random_groups","eq.csv",list(score="s",form="f",from="A",to="B",max=12)); try_case("e.eq2","test.equate_random_groups","eq.csv",list(score="s",form="f",from="B",to="A",max=15))
O <- data.frame(q1=sample(c("A","B","C"),40,TRUE),q2=sample(c("A","B","C",NA),40,TRUE),q3="A"); w("opt.csv",O)
for (q in c("q1","q2","q3")) try_case(paste0("e.dis.",q),"test.distractors","opt.csv",list(items=list("q1","q2","q3"),key=list("A","B","A"),options=list("A","B","C","D"),item=q))
