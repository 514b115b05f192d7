(* Written from the rules that KeY loaded; -Dstillpoint.coq.write=true writes it again. *)
Require Import List ZArith Bool.
From Stillpoint Require Import KeyModel Tactic Words.
Open Scope Z_scope.

Section Rules.
Context {key : Key}.

Lemma lenNonNegative : forall (u : Vec), (((len u) = (len u)) /\ ((len u) >= 0)).
Proof. rule. Qed.
Lemma rowsNonNegative : forall (M : Mat), (((rows M) = (rows M)) /\ ((rows M) >= 0)).
Proof. rule. Qed.
Lemma depthNonNegative : forall (S : Stack), (((depth S) = (depth S)) /\ ((depth S) >= 0)).
Proof. rule. Qed.
Lemma swapsNonNegative : forall (P : Perm), (((swaps P) = (swaps P)) /\ ((swaps P) >= 0)).
Proof. rule. Qed.
Lemma vecExtensionality : forall (u : Vec) (v : Vec), ((((len u) = (len v)) /\ (forall k : Z, (((0 <= k) /\ (k < (len u))) -> ((at_ u k) = (at_ v k))))) -> (u = v)).
Proof. rule. Qed.
Lemma matExtensionality : forall (M : Mat) (N : Mat), ((((rows M) = (rows N)) /\ (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> ((row M k) = (row N k))))) -> (M = N)).
Proof. rule. Qed.
Lemma stackExtensionality : forall (S : Stack) (T : Stack), ((((depth S) = (depth T)) /\ (forall k : Z, (((0 <= k) /\ (k < (depth S))) -> ((layer S k) = (layer T k))))) -> (S = T)).
Proof. rule. Qed.
Lemma atOutsideVec : forall (v : Vec) (i : Z), (((at_ v i) = (at_ v i)) /\ (((i < 0) \/ ((len v) <= i)) -> ((at_ v i) = qZero))).
Proof. rule. Qed.
Lemma rowOutsideMat : forall (M : Mat) (i : Z), (((row M i) = (row M i)) /\ (((i < 0) \/ ((rows M) <= i)) -> ((row M i) = noVec))).
Proof. rule. Qed.
Lemma layerOutsideStack : forall (S : Stack) (i : Z), (((layer S i) = (layer S i)) /\ (((i < 0) \/ ((depth S) <= i)) -> ((layer S i) = noMat))).
Proof. rule. Qed.
Lemma lenNoVec : ((len noVec) = 0).
Proof. rule. Qed.
Lemma rowsNoMat : ((rows noMat) = 0).
Proof. rule. Qed.
Lemma stWDef : forall (S : Stack) (B : Mat) (VW : Stack) (VB : Mat), ((stW (sta S B VW VB)) = S).
Proof. rule. Qed.
Lemma stBDef : forall (S : Stack) (B : Mat) (VW : Stack) (VB : Mat), ((stB (sta S B VW VB)) = B).
Proof. rule. Qed.
Lemma stVWDef : forall (S : Stack) (B : Mat) (VW : Stack) (VB : Mat), ((stVW (sta S B VW VB)) = VW).
Proof. rule. Qed.
Lemma stVBDef : forall (S : Stack) (B : Mat) (VW : Stack) (VB : Mat), ((stVB (sta S B VW VB)) = VB).
Proof. rule. Qed.
Lemma staEta : forall (t : Sta), ((sta (stW t) (stB t) (stVW t) (stVB t)) = t).
Proof. rule. Qed.
Lemma dotZero : forall (u : Vec) (v : Vec), ((dotp u v 0) = qZero).
Proof. rule. Qed.
Lemma dotStep : forall (u : Vec) (v : Vec) (n : Z), ((dotp u v (1 + n)) = (if (0 <=? n) then (qAdd (dotp u v n) (qMul (at_ u n) (at_ v n))) else qZero)).
Proof. rule. Qed.
Lemma lenPlusScaled : forall (u : Vec) (c : Q) (v : Vec), ((len (plusScaled u c v)) = (len u)).
Proof. rule. Qed.
Lemma atPlusScaled : forall (u : Vec) (c : Q) (v : Vec) (i : Z), ((at_ (plusScaled u c v) i) = (if ((0 <=? i) && (i <? (len u))) then (qAdd (at_ u i) (qMul c (at_ v i))) else qZero)).
Proof. rule. Qed.
Lemma lenScaled : forall (c : Q) (v : Vec), ((len (scaled c v)) = (len v)).
Proof. rule. Qed.
Lemma atScaled : forall (c : Q) (v : Vec) (i : Z), ((at_ (scaled c v) i) = (if ((0 <=? i) && (i <? (len v))) then (qMul c (at_ v i)) else qZero)).
Proof. rule. Qed.
Lemma lenHadamard : forall (u : Vec) (v : Vec), ((len (hadamard u v)) = (len u)).
Proof. rule. Qed.
Lemma atHadamard : forall (u : Vec) (v : Vec) (i : Z), ((at_ (hadamard u v) i) = (if ((0 <=? i) && (i <? (len u))) then (qMul (at_ u i) (at_ v i)) else qZero)).
Proof. rule. Qed.
Lemma lenZeroVec : forall (n : Z), ((len (zeroVec n)) = (if (0 <=? n) then n else 0)).
Proof. rule. Qed.
Lemma atZeroVec : forall (n : Z) (i : Z), ((at_ (zeroVec n) i) = qZero).
Proof. rule. Qed.
Lemma lenActivated : forall (act : Obj) (v : Vec), ((len (activated act v)) = (len v)).
Proof. rule. Qed.
Lemma atActivated : forall (act : Obj) (v : Vec) (i : Z), ((at_ (activated act v) i) = (if ((0 <=? i) && (i <? (len v))) then (sigma act (at_ v i)) else qZero)).
Proof. rule. Qed.
Lemma lenSlopes : forall (act : Obj) (q : Q) (v : Vec), ((len (slopes act q v)) = (len v)).
Proof. rule. Qed.
Lemma atSlopes : forall (act : Obj) (q : Q) (v : Vec) (i : Z), ((at_ (slopes act q v) i) = (if ((0 <=? i) && (i <? (len v))) then (slope act q (at_ v i)) else qZero)).
Proof. rule. Qed.
Lemma lenColumn : forall (M : Mat) (n : Z), ((len (column M n)) = (rows M)).
Proof. rule. Qed.
Lemma atColumn : forall (M : Mat) (n : Z) (i : Z), ((at_ (column M n) i) = (if ((0 <=? i) && (i <? (rows M))) then (at_ (row M i) n) else qZero)).
Proof. rule. Qed.
Lemma lenAffine : forall (M : Mat) (u : Vec) (v : Vec), ((len (affine M u v)) = (rows M)).
Proof. rule. Qed.
Lemma atAffine : forall (M : Mat) (u : Vec) (v : Vec) (i : Z), ((at_ (affine M u v) i) = (if ((0 <=? i) && (i <? (rows M))) then (if ((len u) =? 0) then (dotp (row M i) v (len v)) else (qAdd (dotp (row M i) v (len v)) (at_ u i))) else qZero)).
Proof. rule. Qed.
Lemma rowsTranspose : forall (M : Mat) (n : Z), ((rows (transpose M n)) = (if (0 <=? n) then n else 0)).
Proof. rule. Qed.
Lemma rowTranspose : forall (M : Mat) (n : Z) (i : Z), ((row (transpose M n) i) = (if ((0 <=? i) && (i <? n)) then (column M i) else noVec)).
Proof. rule. Qed.
Lemma rowsSnoc : forall (M : Mat) (v : Vec), ((rows (snoc M v)) = ((rows M) + 1)).
Proof. rule. Qed.
Lemma rowSnoc : forall (M : Mat) (v : Vec) (i : Z), ((row (snoc M v) i) = (if (i =? (rows M)) then v else (row M i))).
Proof. rule. Qed.
Lemma rowsWithRow : forall (M : Mat) (n : Z) (v : Vec), ((rows (withRow M n v)) = (rows M)).
Proof. rule. Qed.
Lemma rowWithRow : forall (M : Mat) (n : Z) (v : Vec) (i : Z), ((row (withRow M n v) i) = (if (((i =? n) && (0 <=? n)) && (n <? (rows M))) then v else (row M i))).
Proof. rule. Qed.
Lemma rowsOuter : forall (u : Vec) (v : Vec), ((rows (outer u v)) = (len u)).
Proof. rule. Qed.
Lemma rowOuter : forall (u : Vec) (v : Vec) (i : Z), ((row (outer u v) i) = (if ((0 <=? i) && (i <? (len u))) then (scaled (at_ u i) v) else noVec)).
Proof. rule. Qed.
Lemma rowsMPlusScaled : forall (M : Mat) (c : Q) (N : Mat), ((rows (mPlusScaled M c N)) = (rows M)).
Proof. rule. Qed.
Lemma rowMPlusScaled : forall (M : Mat) (c : Q) (N : Mat) (i : Z), ((row (mPlusScaled M c N) i) = (if ((0 <=? i) && (i <? (rows M))) then (plusScaled (row M i) c (row N i)) else noVec)).
Proof. rule. Qed.
Lemma rowsMZeros : forall (M : Mat), ((rows (mZeros M)) = (rows M)).
Proof. rule. Qed.
Lemma rowMZeros : forall (M : Mat) (i : Z), ((row (mZeros M) i) = (if ((0 <=? i) && (i <? (rows M))) then (zeroVec (len (row M i))) else noVec)).
Proof. rule. Qed.
Lemma depthSSnoc : forall (S : Stack) (M : Mat), ((depth (sSnoc S M)) = ((depth S) + 1)).
Proof. rule. Qed.
Lemma layerSSnoc : forall (S : Stack) (M : Mat) (i : Z), ((layer (sSnoc S M) i) = (if (i =? (depth S)) then M else (layer S i))).
Proof. rule. Qed.
Lemma depthSPlusScaled : forall (S : Stack) (c : Q) (T : Stack), ((depth (sPlusScaled S c T)) = (depth S)).
Proof. rule. Qed.
Lemma layerSPlusScaled : forall (S : Stack) (c : Q) (T : Stack) (i : Z), ((layer (sPlusScaled S c T) i) = (if ((0 <=? i) && (i <? (depth S))) then (mPlusScaled (layer S i) c (layer T i)) else noMat)).
Proof. rule. Qed.
Lemma depthSZeros : forall (S : Stack), ((depth (sZeros S)) = (depth S)).
Proof. rule. Qed.
Lemma layerSZeros : forall (S : Stack) (i : Z), ((layer (sZeros S) i) = (if ((0 <=? i) && (i <? (depth S))) then (mZeros (layer S i)) else noMat)).
Proof. rule. Qed.
Lemma reluDef : forall (q : Q), ((relu q) = (if (0 <? (qSignum q)) then q else qZero)).
Proof. rule. Qed.
Lemma reluSlopeDef : forall (c : Q) (q : Q), ((reluSlope c q) = (if (0 <? (qSignum q)) then qOne else (if ((qSignum q) <? 0) then qZero else c))).
Proof. rule. Qed.
Lemma atDeltaTrue : forall (i : Z), (atDelta i).
Proof. rule. Qed.
Lemma atLayerTrue : forall (i : Z), (atLayer i).
Proof. rule. Qed.
Lemma inputDef : forall (S : Stack) (B : Mat) (F : Funs) (v : Vec) (i : Z), ((input S B F v i) = (if (i <=? 0) then v else (activated (fn F (i - 1)) (pre S B F v (i - 1))))).
Proof. rule. Qed.
Lemma preDef : forall (S : Stack) (B : Mat) (F : Funs) (v : Vec) (i : Z), ((pre S B F v i) = (affine (layer S i) (row B i) (input S B F v i))).
Proof. rule. Qed.
Lemma rowsZs : forall (S : Stack) (B : Mat) (F : Funs) (v : Vec), ((rows (zs S B F v)) = (depth S)).
Proof. rule. Qed.
Lemma rowZs : forall (S : Stack) (B : Mat) (F : Funs) (v : Vec) (i : Z), ((row (zs S B F v) i) = (if ((0 <=? i) && (i <? (depth S))) then (pre S B F v i) else noVec)).
Proof. rule. Qed.
Lemma deltaDef : forall (S : Stack) (F : Funs) (q : Q) (M : Mat) (w : Vec) (i : Z), ((delta S F q M w i) = (if (((depth S) - 1) <=? i) then w else (hadamard (affine (transpose (layer S (i + 1)) (len (row M i))) (zeroVec 0) (delta S F q M w (i + 1))) (slopes (fn F i) q (row M i))))).
Proof. rule. Qed.
Lemma rowsDs : forall (S : Stack) (F : Funs) (q : Q) (M : Mat) (w : Vec), ((rows (ds S F q M w)) = (depth S)).
Proof. rule. Qed.
Lemma rowDs : forall (S : Stack) (F : Funs) (q : Q) (M : Mat) (w : Vec) (i : Z), ((row (ds S F q M w) i) = (if ((0 <=? i) && (i <? (depth S))) then (delta S F q M w i) else noVec)).
Proof. rule. Qed.
Lemma depthOuters : forall (N : Mat) (F : Funs) (v : Vec) (M : Mat), ((depth (outers N F v M)) = (rows N)).
Proof. rule. Qed.
Lemma layerOuters : forall (N : Mat) (F : Funs) (v : Vec) (M : Mat) (i : Z), ((layer (outers N F v M) i) = (if ((0 <=? i) && (i <? (rows N))) then (outer (row N i) (layerIn F v M i)) else noMat)).
Proof. rule. Qed.
Lemma rowsBiasGrads : forall (B : Mat) (N : Mat), ((rows (biasGrads B N)) = (rows N)).
Proof. rule. Qed.
Lemma rowBiasGrads : forall (B : Mat) (N : Mat) (i : Z), ((row (biasGrads B N) i) = (if ((0 <=? i) && (i <? (rows N))) then (biasGrad (row B i) (row N i)) else noVec)).
Proof. rule. Qed.
Lemma lossGradDef : forall (S : Stack) (B : Mat) (F : Funs) (o : Obj) (u : Vec) (v : Vec), ((lossGrad S B F o u v) = (lossDerivative o (pre S B F u ((depth S) - 1)) v)).
Proof. rule. Qed.
Lemma sumWZero : forall (S : Stack) (B : Mat) (F : Funs) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q), ((sumW S B F q o X Y c 0) = (sZeros S)).
Proof. rule. Qed.
Lemma sumWStep : forall (S : Stack) (B : Mat) (F : Funs) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q) (n : Z), ((sumW S B F q o X Y c (1 + n)) = (if (0 <=? n) then (sPlusScaled (sumW S B F q o X Y c n) c (sampleW S B F q o (row X n) (row Y n))) else (sZeros S))).
Proof. rule. Qed.
Lemma sumBZero : forall (S : Stack) (B : Mat) (F : Funs) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q), ((sumB S B F q o X Y c 0) = (mZeros B)).
Proof. rule. Qed.
Lemma sumBStep : forall (S : Stack) (B : Mat) (F : Funs) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q) (n : Z), ((sumB S B F q o X Y c (1 + n)) = (if (0 <=? n) then (mPlusScaled (sumB S B F q o X Y c n) c (sampleB S B F q o (row X n) (row Y n))) else (mZeros B))).
Proof. rule. Qed.
Lemma stWUpdated : forall (t : Sta) (T : Stack) (M : Mat) (r : Q) (q : Q) (d : Q), ((stW (updated t T M r q d)) = (sPlusScaled (stW t) (qNeg r) (sPlusScaled (sPlusScaled T d (stW t)) q (stVW t)))).
Proof. rule. Qed.
Lemma stBUpdated : forall (t : Sta) (T : Stack) (M : Mat) (r : Q) (q : Q) (d : Q), ((stB (updated t T M r q d)) = (mPlusScaled (stB t) (qNeg r) (mPlusScaled M q (stVB t)))).
Proof. rule. Qed.
Lemma stVWUpdated : forall (t : Sta) (T : Stack) (M : Mat) (r : Q) (q : Q) (d : Q), ((stVW (updated t T M r q d)) = (sPlusScaled (sPlusScaled T d (stW t)) q (stVW t))).
Proof. rule. Qed.
Lemma stVBUpdated : forall (t : Sta) (T : Stack) (M : Mat) (r : Q) (q : Q) (d : Q), ((stVB (updated t T M r q d)) = (mPlusScaled M q (stVB t))).
Proof. rule. Qed.
Lemma trainedZero : forall (t : Sta) (F : Funs) (c : Q) (o : Obj) (XX : Stack) (YY : Stack) (w : Vec) (q : Q) (d : Q), ((trained t F c o XX YY w q d 0) = t).
Proof. rule. Qed.
Lemma trainedStep : forall (t : Sta) (F : Funs) (c : Q) (o : Obj) (XX : Stack) (YY : Stack) (w : Vec) (q : Q) (d : Q) (n : Z), ((trained t F c o XX YY w q d (1 + n)) = (if (0 <=? n) then (stepped (trained t F c o XX YY w q d n) F c o (layer XX n) (layer YY n) (at_ w n) q d) else t)).
Proof. rule. Qed.
Lemma inputsDef : forall (S : Stack), ((inputs S) = (if ((rows (layer S 0)) =? 0) then anyInputs else (len (row (layer S 0) 0)))).
Proof. rule. Qed.
Lemma widthDef : forall (S : Stack) (i : Z), ((width S i) = (if (i <=? 0) then (inputs S) else (rows (layer S (i - 1))))).
Proof. rule. Qed.
Lemma layerInDef : forall (F : Funs) (v : Vec) (M : Mat) (i : Z), ((layerIn F v M i) = (if (i <=? 0) then v else (activated (fn F (i - 1)) (row M (i - 1))))).
Proof. rule. Qed.
Lemma biasGradDef : forall (u : Vec) (v : Vec), ((biasGrad u v) = (if ((len u) =? 0) then u else v)).
Proof. rule. Qed.
Lemma wGradDef : forall (S : Stack) (F : Funs) (q : Q) (v : Vec) (M : Mat) (w : Vec), ((wGrad S F q v M w) = (outers (ds S F q M w) F v M)).
Proof. rule. Qed.
Lemma bGradDef : forall (S : Stack) (B : Mat) (F : Funs) (q : Q) (M : Mat) (w : Vec), ((bGrad S B F q M w) = (biasGrads B (ds S F q M w))).
Proof. rule. Qed.
Lemma sampleWDef : forall (S : Stack) (B : Mat) (F : Funs) (q : Q) (o : Obj) (u : Vec) (v : Vec), ((sampleW S B F q o u v) = (wGrad S F q u (zs S B F u) (lossGrad S B F o u v))).
Proof. rule. Qed.
Lemma sampleBDef : forall (S : Stack) (B : Mat) (F : Funs) (q : Q) (o : Obj) (u : Vec) (v : Vec), ((sampleB S B F q o u v) = (bGrad S B F q (zs S B F u) (lossGrad S B F o u v))).
Proof. rule. Qed.
Lemma batchWDef : forall (S : Stack) (B : Mat) (F : Funs) (q : Q) (o : Obj) (X : Mat) (Y : Mat), ((batchW S B F q o X Y) = (sumW S B F q o X Y (qRatio 1 (rows X)) (rows X))).
Proof. rule. Qed.
Lemma batchBDef : forall (S : Stack) (B : Mat) (F : Funs) (q : Q) (o : Obj) (X : Mat) (Y : Mat), ((batchB S B F q o X Y) = (sumB S B F q o X Y (qRatio 1 (rows X)) (rows X))).
Proof. rule. Qed.
Lemma steppedDef : forall (t : Sta) (F : Funs) (c : Q) (o : Obj) (X : Mat) (Y : Mat) (r : Q) (q : Q) (d : Q), ((stepped t F c o X Y r q d) = (updated t (batchW (stW t) (stB t) F c o X Y) (batchB (stW t) (stB t) F c o X Y) r q d)).
Proof. rule. Qed.
Lemma labelDef : forall (q : Q) (i : Z), ((label q i) = (if ((qSignum q) =? 0) then i else (qSignum q))).
Proof. rule. Qed.
Lemma sumGZero : forall (o : Obj) (u : Vec) (Y : Mat) (c : Q), ((sumG o u Y c 0) = (zeroVec (len u))).
Proof. rule. Qed.
Lemma sumGStep : forall (o : Obj) (u : Vec) (Y : Mat) (c : Q) (n : Z), ((sumG o u Y c (1 + n)) = (if (0 <=? n) then (plusScaled (sumG o u Y c n) c (lossDerivative o u (row Y n))) else (zeroVec (len u)))).
Proof. rule. Qed.
Lemma surplusZero : forall (Y : Mat), ((surplus Y 0) = 0).
Proof. rule. Qed.
Lemma surplusStep : forall (Y : Mat) (n : Z), ((surplus Y (1 + n)) = (if (0 <=? n) then ((surplus Y n) + (if ((qSignum (at_ (row Y n) 0)) =? 1) then 1 else (-1))) else 0)).
Proof. rule. Qed.
Lemma timesDef : forall (q : Q) (n : Z), ((times q n) = (if (n =? 0) then qZero else (if (0 <? n) then (qAdd (times q (n - 1)) q) else (qAdd (times q (n + 1)) (qNeg q))))).
Proof. rule. Qed.
Lemma lenRestPre : forall (M : Mat) (u : Vec), ((len (restPre M u)) = (rows M)).
Proof. rule. Qed.
Lemma atRestPre : forall (M : Mat) (u : Vec) (i : Z), ((at_ (restPre M u) i) = (if ((0 <=? i) && (i <? (rows M))) then (if ((len u) =? 0) then qZero else (qAdd qZero (at_ u i))) else qZero)).
Proof. rule. Qed.
Lemma restInputDef : forall (S : Stack) (B : Mat) (F : Funs), ((restInput S B F) = (activated (fn F ((depth S) - 2)) (restPre (layer S ((depth S) - 2)) (row B ((depth S) - 2))))).
Proof. rule. Qed.
Lemma incomingDef : forall (S : Stack) (B : Mat) (T : Stack) (N : Mat) (l : Z) (j : Z), ((incoming S B T N l j) = (qAdd (dotp (row (layer S l) j) (row (layer T l) j) (len (row (layer S l) j))) (qMul (at_ (row B l) j) (at_ (row N l) j)))).
Proof. rule. Qed.
Lemma outgoingDef : forall (S : Stack) (T : Stack) (l : Z) (j : Z), ((outgoing S T l j) = (dotp (column (layer S (l + 1)) j) (column (layer T (l + 1)) j) (rows (layer S (l + 1))))).
Proof. rule. Qed.
Lemma lenLossDerivative : forall (o : Obj) (u : Vec) (v : Vec), ((len (lossDerivative o u v)) = (len u)).
Proof. rule. Qed.
Lemma atLossDerivative : forall (o : Obj) (u : Vec) (v : Vec) (i : Z), ((at_ (lossDerivative o u v) i) = (if ((0 <=? i) && (i <? (len u))) then (lossEntry o u v i) else qZero)).
Proof. rule. Qed.
Lemma rowsSwapped : forall (X : Mat) (i : Z), ((rows (swappedRows X i)) = (rows X)).
Proof. rule. Qed.
Lemma rowSwappedRowsDef : forall (X : Mat) (i : Z) (n : Z), ((row (swappedRows X i) n) = (if (((0 <=? i) && ((i + 1) <? (rows X))) && (n =? i)) then (row X (i + 1)) else (if (((0 <=? i) && ((i + 1) <? (rows X))) && (n =? (i + 1))) then (row X i) else (row X n)))).
Proof. rule. Qed.
Lemma rowsPart : forall (X : Mat) (m : Z) (n : Z), ((rows (part X m n)) = (if (((0 <=? m) && (0 <=? n)) && ((m + n) <=? (rows X))) then n else 0)).
Proof. rule. Qed.
Lemma rowPart : forall (X : Mat) (m : Z) (n : Z) (i : Z), ((row (part X m n) i) = (if ((((0 <=? m) && ((m + n) <=? (rows X))) && (0 <=? i)) && (i <? n)) then (row X (m + i)) else noVec)).
Proof. rule. Qed.
Lemma lenBiasOrZeros : forall (u : Vec) (n : Z), ((len (biasOrZeros u n)) = (if (0 <=? n) then n else 0)).
Proof. rule. Qed.
Lemma atBiasOrZeros : forall (u : Vec) (n : Z) (i : Z), ((at_ (biasOrZeros u n) i) = (if (((0 <=? i) && (i <? n)) && (negb ((len u) =? 0))) then (at_ u i) else qZero)).
Proof. rule. Qed.
Lemma constantDef : forall (S : Stack) (B : Mat), ((constant S B) = (biasOrZeros (row B ((depth S) - 1)) (rows (layer S ((depth S) - 1))))).
Proof. rule. Qed.
Lemma constantLabelDef : forall (S : Stack) (B : Mat) (i : Z), ((constantLabel S B i) = (label (at_ (biasOrZeros (row B ((depth S) - 1)) 1) 0) i)).
Proof. rule. Qed.
Lemma countLabelDef : forall (Y : Mat) (i : Z) (n : Z), ((countLabel Y i n) = (if (i =? 0) then 0 else (countSign Y i n))).
Proof. rule. Qed.
Lemma countSignZero : forall (Y : Mat) (i : Z), ((countSign Y i 0) = 0).
Proof. rule. Qed.
Lemma countSignStep : forall (Y : Mat) (i : Z) (n : Z), ((countSign Y i (1 + n)) = (if (0 <=? n) then ((countSign Y i n) + (if ((qSignum (at_ (row Y n) 0)) =? i) then 1 else 0)) else 0)).
Proof. rule. Qed.
Lemma unitAtDef : forall (u : Vec) (q : Q) (v : Vec), ((unitAt u q v) = (relu (qAdd (dotp u v (len v)) q))).
Proof. rule. Qed.
Lemma outputAtDef : forall (c : Q) (r : Q) (q : Q), ((outputAt c r q) = (qMul (qMul c r) (qMul c q))).
Proof. rule. Qed.
Lemma hingeDef : forall (q : Q), ((hinge q) = (if (0 <? (qSignum (qAdd qOne (qNeg q)))) then (qAdd qOne (qNeg q)) else qZero)).
Proof. rule. Qed.
Lemma nearLossZero : forall (c : Q) (r : Q) (u : Vec) (q : Q) (X : Mat) (Y : Mat), ((nearLoss c r u q X Y 0) = qZero).
Proof. rule. Qed.
Lemma nearLossStep : forall (c : Q) (r : Q) (u : Vec) (q : Q) (X : Mat) (Y : Mat) (n : Z), ((nearLoss c r u q X Y (1 + n)) = (if (0 <=? n) then (qAdd (nearLoss c r u q X Y n) (hinge (qMul (at_ (row Y n) 0) (outputAt c r (unitAt u q (row X n)))))) else qZero)).
Proof. rule. Qed.
Lemma lenUnitVec : forall (n : Z) (j : Z) (c : Q), ((len (unitVec n j c)) = (if (0 <=? n) then n else 0)).
Proof. rule. Qed.
Lemma atUnitVec : forall (n : Z) (j : Z) (c : Q) (i : Z), ((at_ (unitVec n j c) i) = (if (((i =? j) && (0 <=? i)) && (i <? n)) then c else qZero)).
Proof. rule. Qed.
Lemma depthSmallWeights : forall (u : Vec) (r : Q) (c : Q) (j : Z) (n : Z), ((depth (smallWeights u r c j n)) = 2).
Proof. rule. Qed.
Lemma layerSmallWeights : forall (u : Vec) (r : Q) (c : Q) (j : Z) (n : Z) (i : Z), ((layer (smallWeights u r c j n) i) = (if (i =? 0) then (outer (unitVec n j c) u) else (if (i =? 1) then (outer (unitVec 1 0 (qMul c r)) (unitVec n j qOne)) else noMat))).
Proof. rule. Qed.
Lemma rowsSmallBiases : forall (q : Q) (c : Q) (j : Z) (n : Z), ((rows (smallBiases q c j n)) = 2).
Proof. rule. Qed.
Lemma rowSmallBiases : forall (q : Q) (c : Q) (j : Z) (n : Z) (i : Z), ((row (smallBiases q c j n) i) = (if (i =? 0) then (unitVec n j (qMul c q)) else (if (i =? 1) then (zeroVec 1) else noVec))).
Proof. rule. Qed.
Lemma correlationZero : forall (u : Vec) (q : Q) (X : Mat) (Y : Mat), ((correlation u q X Y 0) = qZero).
Proof. rule. Qed.
Lemma correlationStep : forall (u : Vec) (q : Q) (X : Mat) (Y : Mat) (n : Z), ((correlation u q X Y (1 + n)) = (if (0 <=? n) then (qAdd (correlation u q X Y n) (qMul (at_ (row Y n) 0) (unitAt u q (row X n)))) else qZero)).
Proof. rule. Qed.
Lemma lenUnitsAt : forall (M : Mat) (u : Vec) (v : Vec), ((len (unitsAt M u v)) = (rows M)).
Proof. rule. Qed.
Lemma atUnitsAt : forall (M : Mat) (u : Vec) (v : Vec) (i : Z), ((at_ (unitsAt M u v) i) = (if ((0 <=? i) && (i <? (rows M))) then (unitAt (row M i) (at_ u i) v) else qZero)).
Proof. rule. Qed.
Lemma firstOutputDef : forall (S : Stack) (B : Mat) (F : Funs) (v : Vec), ((firstOutput S B F v) = (at_ (pre S B F v ((depth S) - 1)) 0)).
Proof. rule. Qed.
Lemma labelSumZero : forall (Y : Mat), ((labelSum Y 0) = qZero).
Proof. rule. Qed.
Lemma labelSumStep : forall (Y : Mat) (n : Z), ((labelSum Y (1 + n)) = (if (0 <=? n) then (qAdd (labelSum Y n) (at_ (row Y n) 0)) else qZero)).
Proof. rule. Qed.
Lemma marginSumZero : forall (S : Stack) (B : Mat) (F : Funs) (X : Mat) (Y : Mat), ((marginSum S B F X Y 0) = qZero).
Proof. rule. Qed.
Lemma marginSumStep : forall (S : Stack) (B : Mat) (F : Funs) (X : Mat) (Y : Mat) (n : Z), ((marginSum S B F X Y (1 + n)) = (if (0 <=? n) then (qAdd (marginSum S B F X Y n) (qMul (at_ (row Y n) 0) (firstOutput S B F (row X n)))) else qZero)).
Proof. rule. Qed.
Lemma lenCorrelations : forall (M : Mat) (u : Vec) (X : Mat) (Y : Mat) (n : Z), ((len (correlations M u X Y n)) = (rows M)).
Proof. rule. Qed.
Lemma atCorrelations : forall (M : Mat) (u : Vec) (X : Mat) (Y : Mat) (n : Z) (i : Z), ((at_ (correlations M u X Y n) i) = (if ((0 <=? i) && (i <? (rows M))) then (correlation (row M i) (at_ u i) X Y n) else qZero)).
Proof. rule. Qed.
Lemma marginOfUnitsDef : forall (S : Stack) (B : Mat) (X : Mat) (Y : Mat) (n : Z), ((marginOfUnits S B X Y n) = (qAdd (dotp (row (layer S 1) 0) (correlations (layer S 0) (row B 0) X Y n) (rows (layer S 0))) (qMul (at_ (row B 1) 0) (labelSum Y n)))).
Proof. rule. Qed.
Lemma parametersOfW : forall (t : Sta), ((stW (parametersOf t)) = (stW t)).
Proof. rule. Qed.
Lemma parametersOfB : forall (t : Sta), ((stB (parametersOf t)) = (stB t)).
Proof. rule. Qed.
Lemma parametersOfVW : forall (t : Sta), ((stVW (parametersOf t)) = (stW t)).
Proof. rule. Qed.
Lemma parametersOfVB : forall (t : Sta), ((stVB (parametersOf t)) = (stB t)).
Proof. rule. Qed.
Lemma nTimesZero : forall (q : Q), ((nTimes 0 q) = qZero).
Proof. rule. Qed.
Lemma nTimesStep : forall (n : Z) (q : Q), ((nTimes (1 + n) q) = (if (0 <=? n) then (qAdd (nTimes n q) q) else qZero)).
Proof. rule. Qed.
Lemma swappedDef : forall (j : Z) (i : Z), ((swapped j i) = (if (i =? j) then (j + 1) else (if (i =? (j + 1)) then j else i))).
Proof. rule. Qed.
Lemma imageZero : forall (P : Perm) (i : Z), ((image P 0 i) = i).
Proof. rule. Qed.
Lemma imageStep : forall (P : Perm) (n : Z) (i : Z), ((image P (1 + n) i) = (if (0 <=? n) then (image P n (swapped (swapAt P n) i)) else i)).
Proof. rule. Qed.
Lemma dotImageZero : forall (u : Vec) (v : Vec) (P : Perm) (m : Z), ((dotImage u v P m 0) = qZero).
Proof. rule. Qed.
Lemma dotImageStep : forall (u : Vec) (v : Vec) (P : Perm) (m : Z) (n : Z), ((dotImage u v P m (1 + n)) = (if (0 <=? n) then (qAdd (dotImage u v P m n) (qMul (at_ u (image P m n)) (at_ v (image P m n)))) else qZero)).
Proof. rule. Qed.
Lemma frobeniusZero : forall (M : Mat) (N : Mat), ((frobenius M N 0) = qZero).
Proof. rule. Qed.
Lemma frobeniusStep : forall (M : Mat) (N : Mat) (n : Z), ((frobenius M N (1 + n)) = (if (0 <=? n) then (qAdd (frobenius M N n) (dotp (row M n) (row N n) (len (row M n)))) else qZero)).
Proof. rule. Qed.
Lemma lenBack : forall (M : Mat) (v : Vec) (n : Z) (m : Z), ((len (back M v n m)) = (if (0 <=? m) then m else 0)).
Proof. rule. Qed.
Lemma atBack : forall (M : Mat) (v : Vec) (n : Z) (m : Z) (i : Z), ((at_ (back M v n m) i) = (if ((0 <=? i) && (i <? m)) then (dotp (column M i) v n) else qZero)).
Proof. rule. Qed.
Lemma depthSDescended : forall (S : Stack) (v : Vec) (T : Stack), ((depth (sDescended S v T)) = (depth S)).
Proof. rule. Qed.
Lemma layerSDescended : forall (S : Stack) (v : Vec) (T : Stack) (i : Z), ((layer (sDescended S v T) i) = (if ((0 <=? i) && (i <? (depth S))) then (mPlusScaled (layer S i) (qNeg (at_ v i)) (layer T i)) else noMat)).
Proof. rule. Qed.
Lemma rowsMDescended : forall (M : Mat) (v : Vec) (N : Mat), ((rows (mDescended M v N)) = (rows M)).
Proof. rule. Qed.
Lemma rowMDescended : forall (M : Mat) (v : Vec) (N : Mat) (i : Z), ((row (mDescended M v N) i) = (if ((0 <=? i) && (i <? (rows M))) then (plusScaled (row M i) (qNeg (at_ v i)) (row N i)) else noVec)).
Proof. rule. Qed.
Lemma combinationOfNone : forall (u : Vec) (X : Mat) (m : Z), ((combination u X 0 m) = (zeroVec m)).
Proof. rule. Qed.
Lemma combinationOfOneMore : forall (u : Vec) (X : Mat) (n : Z) (m : Z), ((combination u X (1 + n) m) = (if (0 <=? n) then (plusScaled (combination u X n m) (at_ u n) (row X n)) else (zeroVec m))).
Proof. rule. Qed.
Lemma lenCoefficients : forall (S : Stack) (B : Mat) (F : Funs) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q) (j : Z), ((len (coefficients S B F q o X Y c j)) = (rows X)).
Proof. rule. Qed.
Lemma atCoefficients : forall (S : Stack) (B : Mat) (F : Funs) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q) (j : Z) (i : Z), ((at_ (coefficients S B F q o X Y c j) i) = (if ((0 <=? i) && (i <? (rows X))) then (qMul c (at_ (delta S F q (zs S B F (row X i)) (lossGrad S B F o (row X i) (row Y i)) 0) j)) else qZero)).
Proof. rule. Qed.
End Rules.

(* 293 of 480 definitions, 133 of them words. Left out, as they speak of Java objects or of functions that KeyModel.v does not have:
funsExtensionality
lenOfVals
atOfVals
rowsOfMat
depthOfStack
fnOfFuns
isNetworkDef
isNetworkForDef
isTrainableDef
isInputDef
isInputAtDef
isOutputDef
isOutputAtDef
isLayerDef
isBatchDef
isBatchAtDef
isScheduleForDef
isScheduleDef
isTestSetDef
isTestSetAtDef
hasOneColumnDef
isPreactivationsDef
hasHiddenLayerDef
hasTheShapesOfDef
hasNoMomentumDef
hasNoDecayDef
preactivationsDef
outputOfDef
deltasDef
weightGradientDef
biasGradientDef
sampleWeightGradientDef
sampleBiasGradientDef
batchWeightGradientDef
batchBiasGradientDef
batchWeightGradientAtDef
batchBiasGradientAtDef
partialWeightGradientDef
partialBiasGradientDef
stateAfterStepDef
stateAfterStepsDef
stateAfterDef
rowOfMatDef
layerOfStackDef
countOfFuns
valsOfDef
matOfDef
stackOfDef
fullVecDef
fullMatDef
fullStackDef
fullFunsDef
fullVecOfDef
fullMatOfDef
fullStackOfDef
wasFullVecDef
wasFullMatDef
wasFullStackDef
isVecDef
isMatDef
isStackDef
countRightZero
countRightStep
rightOfFirstDef
sigmaOfIdentity
slopeOfIdentity
sigmaOfRelu
slopeOfRelu
weightsDef
biasesDef
fullParametersDef
isParametersDef
stateDef
fullStateDef
isStateDef
isLearningRuleDef
activationsOfDef
kappaOfDef
lossOfDef
momentumOfDef
decayOfDef
fullScheduleDef
samplesOfDef
targetsOfDef
ratesOfDef
areZeroAtZeroDef
isZeroAtZeroDef
isZeroBelowLayerDef
hasOutputBiasGradientDef
isZeroBelowTheOutputBiasDef
hasNoOutputBiasDef
isAtRestDef
isAtTheSameRestDef
hasBalancedBatchesDef
isHiddenUnitDef
isHiddenUnitAtDef
isHomogeneousDef
isHomogeneousInDef
isBalancedGradientDef
squaresChangeBySecondOrderDef
areNeighboursDef
weightGradientOfSwappedDef
biasGradientOfSwappedDef
weightedMeanOfWeightsDef
weightedMeanOfBiasesDef
hasConstantOutputDef
hasOneOutputDef
isBalancedLabellingDef
outputBiasOfDef
outputBiasAfterDef
labelOfOutputBiasDef
labelOfOutputBiasAfterDef
startsWithReluDef
isSmallUnitOfDef
isNetworkOfSmallUnitDef
isZeroNetworkLikeDef
isSmallEnoughDef
hasSignOfCorrelationDef
isAboveMarginsDef
outputOfSmallUnitDef
hingeLossOfDef
fallOfLossDef
hasOneHiddenLayerDef
hasPositiveMarginsDef
hasBalancedLabelsDef
correlationsOfUnitsDef
correlationOfUnitDef
sumOfCorrelationsDef
sumOfMarginsDef
firstOutputOfDef
hiddenUnitsAtDef
areTwinsDef
areTwinsAtDef
distinctZero
distinctStep
hasZeroVelocityDef
distinctUnitsDef
distinctUnitsByParametersDef
hasEqualColumnsDef
hasEqualFeaturesDef
isCollapsedDef
isCollapsedAtDef
isCollapsedOfDef
isCollapsedGradientDef
hasCollapsedWeightsDef
hasCollapsedBiasesDef
rateFitsDef
biasRateFitsDef
swapsOfPerm
swapAtOfPerm
isRenumberedDef
isRenumberedAtDef
isRenumberingOfDef
hasNoBiasesDef
areHomogeneousDef
satisfiesEulersIdentityDef
isZeroFeatureDef
hasZeroVelocityInColumnDef
hasFrozenColumnDef
hasRestingUnitDef
hasFrozenUnitDef
hasNoSlopeOnDef
isFlatBelowZeroDef
isNegativeOnDef
isSmallUnitDef
incomingOfDef
biasOfDef
outgoingOfDef
scaleOfDef
indexOfDef
areRatesOfLayersDef
areRatesOfStepsDef
ratesFitScheduleDef
biasRatesFitScheduleDef
isSilentDef
isStillSilentDef
isFlatAtZeroDef
hasNoSlopeAtTheKinkDef
isReluDef
hasVanishingMinorsDef
isFirstLayerUnitDef
isFirstLayerUnitAtDef
isOrthogonalToAllInputsDef
firstLayerRowDef
combinationOfInputsDef
innerProductWithRowDef
innerProductWithVelocityDef *)
