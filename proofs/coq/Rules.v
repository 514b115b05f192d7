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
Lemma rowOutsideMat : forall (M : Mat) (i : Z), (((row M i) = (row M i)) /\ (((i < 0) \/ ((rows M) <= i)) -> ((row M i) = emptyVec))).
Proof. rule. Qed.
Lemma layerOutsideStack : forall (S : Stack) (i : Z), (((layer S i) = (layer S i)) /\ (((i < 0) \/ ((depth S) <= i)) -> ((layer S i) = emptyMat))).
Proof. rule. Qed.
Lemma lenEmptyVec : ((len emptyVec) = 0).
Proof. rule. Qed.
Lemma rowsEmptyMat : ((rows emptyMat) = 0).
Proof. rule. Qed.
Lemma weightsOfDef : forall (S : Stack) (B : Mat) (VW : Stack) (VB : Mat), ((weightsOf (trainingState S B VW VB)) = S).
Proof. rule. Qed.
Lemma biasesOfDef : forall (S : Stack) (B : Mat) (VW : Stack) (VB : Mat), ((biasesOf (trainingState S B VW VB)) = B).
Proof. rule. Qed.
Lemma velocityOfWeightsDef : forall (S : Stack) (B : Mat) (VW : Stack) (VB : Mat), ((velocityOfWeights (trainingState S B VW VB)) = VW).
Proof. rule. Qed.
Lemma velocityOfBiasesDef : forall (S : Stack) (B : Mat) (VW : Stack) (VB : Mat), ((velocityOfBiases (trainingState S B VW VB)) = VB).
Proof. rule. Qed.
Lemma trainingStateEta : forall (t : TrainingState), ((trainingState (weightsOf t) (biasesOf t) (velocityOfWeights t) (velocityOfBiases t)) = t).
Proof. rule. Qed.
Lemma dotZero : forall (u : Vec) (v : Vec), ((dot u v 0) = qZero).
Proof. rule. Qed.
Lemma dotStep : forall (u : Vec) (v : Vec) (n : Z), ((dot u v (1 + n)) = (if (0 <=? n) then (qAdd (dot u v n) (qMul (at_ u n) (at_ v n))) else qZero)).
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
Lemma lenColumn : forall (M : Mat) (n : Z), ((len (column M n)) = (rows M)).
Proof. rule. Qed.
Lemma atColumn : forall (M : Mat) (n : Z) (i : Z), ((at_ (column M n) i) = (if ((0 <=? i) && (i <? (rows M))) then (at_ (row M i) n) else qZero)).
Proof. rule. Qed.
Lemma lenAffine : forall (M : Mat) (u : Vec) (v : Vec), ((len (affine M u v)) = (rows M)).
Proof. rule. Qed.
Lemma atAffine : forall (M : Mat) (u : Vec) (v : Vec) (i : Z), ((at_ (affine M u v) i) = (if ((0 <=? i) && (i <? (rows M))) then (if ((len u) =? 0) then (dot (row M i) v (len v)) else (qAdd (dot (row M i) v (len v)) (at_ u i))) else qZero)).
Proof. rule. Qed.
Lemma rowsTranspose : forall (M : Mat) (n : Z), ((rows (transpose M n)) = (if (0 <=? n) then n else 0)).
Proof. rule. Qed.
Lemma rowTranspose : forall (M : Mat) (n : Z) (i : Z), ((row (transpose M n) i) = (if ((0 <=? i) && (i <? n)) then (column M i) else emptyVec)).
Proof. rule. Qed.
Lemma rowsAppendRow : forall (M : Mat) (v : Vec), ((rows (appendRow M v)) = ((rows M) + 1)).
Proof. rule. Qed.
Lemma rowAppendRow : forall (M : Mat) (v : Vec) (i : Z), ((row (appendRow M v) i) = (if (i =? (rows M)) then v else (row M i))).
Proof. rule. Qed.
Lemma rowsWithRow : forall (M : Mat) (n : Z) (v : Vec), ((rows (withRow M n v)) = (rows M)).
Proof. rule. Qed.
Lemma rowWithRow : forall (M : Mat) (n : Z) (v : Vec) (i : Z), ((row (withRow M n v) i) = (if (((i =? n) && (0 <=? n)) && (n <? (rows M))) then v else (row M i))).
Proof. rule. Qed.
Lemma rowsOuter : forall (u : Vec) (v : Vec), ((rows (outer u v)) = (len u)).
Proof. rule. Qed.
Lemma rowOuter : forall (u : Vec) (v : Vec) (i : Z), ((row (outer u v) i) = (if ((0 <=? i) && (i <? (len u))) then (scaled (at_ u i) v) else emptyVec)).
Proof. rule. Qed.
Lemma rowsMatPlusScaled : forall (M : Mat) (c : Q) (N : Mat), ((rows (matPlusScaled M c N)) = (rows M)).
Proof. rule. Qed.
Lemma rowMatPlusScaled : forall (M : Mat) (c : Q) (N : Mat) (i : Z), ((row (matPlusScaled M c N) i) = (if ((0 <=? i) && (i <? (rows M))) then (plusScaled (row M i) c (row N i)) else emptyVec)).
Proof. rule. Qed.
Lemma rowsZerosLikeMat : forall (M : Mat), ((rows (zerosLikeMat M)) = (rows M)).
Proof. rule. Qed.
Lemma rowZerosLikeMat : forall (M : Mat) (i : Z), ((row (zerosLikeMat M) i) = (if ((0 <=? i) && (i <? (rows M))) then (zeroVec (len (row M i))) else emptyVec)).
Proof. rule. Qed.
Lemma depthAppendLayer : forall (S : Stack) (M : Mat), ((depth (appendLayer S M)) = ((depth S) + 1)).
Proof. rule. Qed.
Lemma layerAppendLayer : forall (S : Stack) (M : Mat) (i : Z), ((layer (appendLayer S M) i) = (if (i =? (depth S)) then M else (layer S i))).
Proof. rule. Qed.
Lemma depthStackPlusScaled : forall (S : Stack) (c : Q) (T : Stack), ((depth (stackPlusScaled S c T)) = (depth S)).
Proof. rule. Qed.
Lemma layerStackPlusScaled : forall (S : Stack) (c : Q) (T : Stack) (i : Z), ((layer (stackPlusScaled S c T) i) = (if ((0 <=? i) && (i <? (depth S))) then (matPlusScaled (layer S i) c (layer T i)) else emptyMat)).
Proof. rule. Qed.
Lemma depthZerosLikeStack : forall (S : Stack), ((depth (zerosLikeStack S)) = (depth S)).
Proof. rule. Qed.
Lemma layerZerosLikeStack : forall (S : Stack) (i : Z), ((layer (zerosLikeStack S) i) = (if ((0 <=? i) && (i <? (depth S))) then (zerosLikeMat (layer S i)) else emptyMat)).
Proof. rule. Qed.
Lemma lenActivated : forall (act : Obj) (v : Vec), ((len (activated act v)) = (len v)).
Proof. rule. Qed.
Lemma atActivated : forall (act : Obj) (v : Vec) (i : Z), ((at_ (activated act v) i) = (if ((0 <=? i) && (i <? (len v))) then (sigma act (at_ v i)) else qZero)).
Proof. rule. Qed.
Lemma lenSlopes : forall (act : Obj) (q : Q) (v : Vec), ((len (slopes act q v)) = (len v)).
Proof. rule. Qed.
Lemma atSlopes : forall (act : Obj) (q : Q) (v : Vec) (i : Z), ((at_ (slopes act q v) i) = (if ((0 <=? i) && (i <? (len v))) then (slope act q (at_ v i)) else qZero)).
Proof. rule. Qed.
Lemma reluDef : forall (q : Q), ((relu q) = (if (0 <? (qSignum q)) then q else qZero)).
Proof. rule. Qed.
Lemma reluSlopeDef : forall (c : Q) (q : Q), ((reluSlope c q) = (if (0 <? (qSignum q)) then qOne else (if ((qSignum q) <? 0) then qZero else c))).
Proof. rule. Qed.
Lemma unfoldDeltaTrue : forall (i : Z), (unfoldDelta i).
Proof. rule. Qed.
Lemma unfoldLayerTrue : forall (i : Z), (unfoldLayer i).
Proof. rule. Qed.
Lemma inputDef : forall (S : Stack) (B : Mat) (F : Activations) (v : Vec) (i : Z), ((input S B F v i) = (if (i <=? 0) then v else (activated (activationAt F (i - 1)) (preactivation S B F v (i - 1))))).
Proof. rule. Qed.
Lemma preactivationDef : forall (S : Stack) (B : Mat) (F : Activations) (v : Vec) (i : Z), ((preactivation S B F v i) = (affine (layer S i) (row B i) (input S B F v i))).
Proof. rule. Qed.
Lemma rowsPreactivationsOf : forall (S : Stack) (B : Mat) (F : Activations) (v : Vec), ((rows (preactivationsOf S B F v)) = (depth S)).
Proof. rule. Qed.
Lemma rowPreactivationsOf : forall (S : Stack) (B : Mat) (F : Activations) (v : Vec) (i : Z), ((row (preactivationsOf S B F v) i) = (if ((0 <=? i) && (i <? (depth S))) then (preactivation S B F v i) else emptyVec)).
Proof. rule. Qed.
Lemma deltaDef : forall (S : Stack) (F : Activations) (q : Q) (M : Mat) (w : Vec) (i : Z), ((delta S F q M w i) = (if (((depth S) - 1) <=? i) then w else (hadamard (affine (transpose (layer S (i + 1)) (len (row M i))) (zeroVec 0) (delta S F q M w (i + 1))) (slopes (activationAt F i) q (row M i))))).
Proof. rule. Qed.
Lemma rowsDeltasOf : forall (S : Stack) (F : Activations) (q : Q) (M : Mat) (w : Vec), ((rows (deltasOf S F q M w)) = (depth S)).
Proof. rule. Qed.
Lemma rowDeltasOf : forall (S : Stack) (F : Activations) (q : Q) (M : Mat) (w : Vec) (i : Z), ((row (deltasOf S F q M w) i) = (if ((0 <=? i) && (i <? (depth S))) then (delta S F q M w i) else emptyVec)).
Proof. rule. Qed.
Lemma depthOuterProducts : forall (N : Mat) (F : Activations) (v : Vec) (M : Mat), ((depth (outerProducts N F v M)) = (rows N)).
Proof. rule. Qed.
Lemma layerOuterProducts : forall (N : Mat) (F : Activations) (v : Vec) (M : Mat) (i : Z), ((layer (outerProducts N F v M) i) = (if ((0 <=? i) && (i <? (rows N))) then (outer (row N i) (layerInput F v M i)) else emptyMat)).
Proof. rule. Qed.
Lemma rowsDeltasWhereBias : forall (B : Mat) (N : Mat), ((rows (deltasWhereBias B N)) = (rows N)).
Proof. rule. Qed.
Lemma rowDeltasWhereBias : forall (B : Mat) (N : Mat) (i : Z), ((row (deltasWhereBias B N) i) = (if ((0 <=? i) && (i <? (rows N))) then (deltaWhereBias (row B i) (row N i)) else emptyVec)).
Proof. rule. Qed.
Lemma lossDerivativeAtOutputDef : forall (S : Stack) (B : Mat) (F : Activations) (o : Obj) (u : Vec) (v : Vec), ((lossDerivativeAtOutput S B F o u v) = (lossDerivative o (preactivation S B F u ((depth S) - 1)) v)).
Proof. rule. Qed.
Lemma sumOfWeightGradientsZero : forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q), ((sumOfWeightGradients S B F q o X Y c 0) = (zerosLikeStack S)).
Proof. rule. Qed.
Lemma sumOfWeightGradientsStep : forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q) (n : Z), ((sumOfWeightGradients S B F q o X Y c (1 + n)) = (if (0 <=? n) then (stackPlusScaled (sumOfWeightGradients S B F q o X Y c n) c (sampleWeightGradientOf S B F q o (row X n) (row Y n))) else (zerosLikeStack S))).
Proof. rule. Qed.
Lemma sumOfBiasGradientsZero : forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q), ((sumOfBiasGradients S B F q o X Y c 0) = (zerosLikeMat B)).
Proof. rule. Qed.
Lemma sumOfBiasGradientsStep : forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q) (n : Z), ((sumOfBiasGradients S B F q o X Y c (1 + n)) = (if (0 <=? n) then (matPlusScaled (sumOfBiasGradients S B F q o X Y c n) c (sampleBiasGradientOf S B F q o (row X n) (row Y n))) else (zerosLikeMat B))).
Proof. rule. Qed.
Lemma weightsOfUpdated : forall (t : TrainingState) (T : Stack) (M : Mat) (r : Q) (q : Q) (d : Q), ((weightsOf (updated t T M r q d)) = (stackPlusScaled (weightsOf t) (qNeg r) (stackPlusScaled (stackPlusScaled T d (weightsOf t)) q (velocityOfWeights t)))).
Proof. rule. Qed.
Lemma biasesOfUpdated : forall (t : TrainingState) (T : Stack) (M : Mat) (r : Q) (q : Q) (d : Q), ((biasesOf (updated t T M r q d)) = (matPlusScaled (biasesOf t) (qNeg r) (matPlusScaled M q (velocityOfBiases t)))).
Proof. rule. Qed.
Lemma velocityOfWeightsUpdated : forall (t : TrainingState) (T : Stack) (M : Mat) (r : Q) (q : Q) (d : Q), ((velocityOfWeights (updated t T M r q d)) = (stackPlusScaled (stackPlusScaled T d (weightsOf t)) q (velocityOfWeights t))).
Proof. rule. Qed.
Lemma velocityOfBiasesUpdated : forall (t : TrainingState) (T : Stack) (M : Mat) (r : Q) (q : Q) (d : Q), ((velocityOfBiases (updated t T M r q d)) = (matPlusScaled M q (velocityOfBiases t))).
Proof. rule. Qed.
Lemma trainedZero : forall (t : TrainingState) (F : Activations) (c : Q) (o : Obj) (XX : Stack) (YY : Stack) (w : Vec) (q : Q) (d : Q), ((trained t F c o XX YY w q d 0) = t).
Proof. rule. Qed.
Lemma trainedStep : forall (t : TrainingState) (F : Activations) (c : Q) (o : Obj) (XX : Stack) (YY : Stack) (w : Vec) (q : Q) (d : Q) (n : Z), ((trained t F c o XX YY w q d (1 + n)) = (if (0 <=? n) then (stepped (trained t F c o XX YY w q d n) F c o (layer XX n) (layer YY n) (at_ w n) q d) else t)).
Proof. rule. Qed.
Lemma inputsDef : forall (S : Stack), ((inputs S) = (if ((rows (layer S 0)) =? 0) then anyInputs else (len (row (layer S 0) 0)))).
Proof. rule. Qed.
Lemma widthDef : forall (S : Stack) (i : Z), ((width S i) = (if (i <=? 0) then (inputs S) else (rows (layer S (i - 1))))).
Proof. rule. Qed.
Lemma layerInputDef : forall (F : Activations) (v : Vec) (M : Mat) (i : Z), ((layerInput F v M i) = (if (i <=? 0) then v else (activated (activationAt F (i - 1)) (row M (i - 1))))).
Proof. rule. Qed.
Lemma deltaWhereBiasDef : forall (u : Vec) (v : Vec), ((deltaWhereBias u v) = (if ((len u) =? 0) then u else v)).
Proof. rule. Qed.
Lemma weightGradientOfDef : forall (S : Stack) (F : Activations) (q : Q) (v : Vec) (M : Mat) (w : Vec), ((weightGradientOf S F q v M w) = (outerProducts (deltasOf S F q M w) F v M)).
Proof. rule. Qed.
Lemma biasGradientOfDef : forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (M : Mat) (w : Vec), ((biasGradientOf S B F q M w) = (deltasWhereBias B (deltasOf S F q M w))).
Proof. rule. Qed.
Lemma sampleWeightGradientOfDef : forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (u : Vec) (v : Vec), ((sampleWeightGradientOf S B F q o u v) = (weightGradientOf S F q u (preactivationsOf S B F u) (lossDerivativeAtOutput S B F o u v))).
Proof. rule. Qed.
Lemma sampleBiasGradientOfDef : forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (u : Vec) (v : Vec), ((sampleBiasGradientOf S B F q o u v) = (biasGradientOf S B F q (preactivationsOf S B F u) (lossDerivativeAtOutput S B F o u v))).
Proof. rule. Qed.
Lemma batchWeightGradientOfDef : forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (Y : Mat), ((batchWeightGradientOf S B F q o X Y) = (sumOfWeightGradients S B F q o X Y (qRatio 1 (rows X)) (rows X))).
Proof. rule. Qed.
Lemma batchBiasGradientOfDef : forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (Y : Mat), ((batchBiasGradientOf S B F q o X Y) = (sumOfBiasGradients S B F q o X Y (qRatio 1 (rows X)) (rows X))).
Proof. rule. Qed.
Lemma steppedDef : forall (t : TrainingState) (F : Activations) (c : Q) (o : Obj) (X : Mat) (Y : Mat) (r : Q) (q : Q) (d : Q), ((stepped t F c o X Y r q d) = (updated t (batchWeightGradientOf (weightsOf t) (biasesOf t) F c o X Y) (batchBiasGradientOf (weightsOf t) (biasesOf t) F c o X Y) r q d)).
Proof. rule. Qed.
Lemma labelDef : forall (q : Q) (i : Z), ((label q i) = (if ((qSignum q) =? 0) then i else (qSignum q))).
Proof. rule. Qed.
Lemma sumOfLossDerivativesZero : forall (o : Obj) (u : Vec) (Y : Mat) (c : Q), ((sumOfLossDerivatives o u Y c 0) = (zeroVec (len u))).
Proof. rule. Qed.
Lemma sumOfLossDerivativesStep : forall (o : Obj) (u : Vec) (Y : Mat) (c : Q) (n : Z), ((sumOfLossDerivatives o u Y c (1 + n)) = (if (0 <=? n) then (plusScaled (sumOfLossDerivatives o u Y c n) c (lossDerivative o u (row Y n))) else (zeroVec (len u)))).
Proof. rule. Qed.
Lemma surplusZero : forall (Y : Mat), ((surplus Y 0) = 0).
Proof. rule. Qed.
Lemma surplusStep : forall (Y : Mat) (n : Z), ((surplus Y (1 + n)) = (if (0 <=? n) then ((surplus Y n) + (if ((qSignum (at_ (row Y n) 0)) =? 1) then 1 else (-1))) else 0)).
Proof. rule. Qed.
Lemma timesDef : forall (q : Q) (n : Z), ((times q n) = (if (n =? 0) then qZero else (if (0 <? n) then (qAdd (times q (n - 1)) q) else (qAdd (times q (n + 1)) (qNeg q))))).
Proof. rule. Qed.
Lemma lenRestPreactivation : forall (M : Mat) (u : Vec), ((len (restPreactivation M u)) = (rows M)).
Proof. rule. Qed.
Lemma atRestPreactivation : forall (M : Mat) (u : Vec) (i : Z), ((at_ (restPreactivation M u) i) = (if ((0 <=? i) && (i <? (rows M))) then (if ((len u) =? 0) then qZero else (qAdd qZero (at_ u i))) else qZero)).
Proof. rule. Qed.
Lemma restInputDef : forall (S : Stack) (B : Mat) (F : Activations), ((restInput S B F) = (activated (activationAt F ((depth S) - 2)) (restPreactivation (layer S ((depth S) - 2)) (row B ((depth S) - 2))))).
Proof. rule. Qed.
Lemma incomingDef : forall (S : Stack) (B : Mat) (T : Stack) (N : Mat) (l : Z) (j : Z), ((incoming S B T N l j) = (qAdd (dot (row (layer S l) j) (row (layer T l) j) (len (row (layer S l) j))) (qMul (at_ (row B l) j) (at_ (row N l) j)))).
Proof. rule. Qed.
Lemma outgoingDef : forall (S : Stack) (T : Stack) (l : Z) (j : Z), ((outgoing S T l j) = (dot (column (layer S (l + 1)) j) (column (layer T (l + 1)) j) (rows (layer S (l + 1))))).
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
Lemma rowPart : forall (X : Mat) (m : Z) (n : Z) (i : Z), ((row (part X m n) i) = (if ((((0 <=? m) && ((m + n) <=? (rows X))) && (0 <=? i)) && (i <? n)) then (row X (m + i)) else emptyVec)).
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
Lemma unitAtDef : forall (u : Vec) (q : Q) (v : Vec), ((unitAt u q v) = (relu (qAdd (dot u v (len v)) q))).
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
Lemma layerSmallWeights : forall (u : Vec) (r : Q) (c : Q) (j : Z) (n : Z) (i : Z), ((layer (smallWeights u r c j n) i) = (if (i =? 0) then (outer (unitVec n j c) u) else (if (i =? 1) then (outer (unitVec 1 0 (qMul c r)) (unitVec n j qOne)) else emptyMat))).
Proof. rule. Qed.
Lemma rowsSmallBiases : forall (q : Q) (c : Q) (j : Z) (n : Z), ((rows (smallBiases q c j n)) = 2).
Proof. rule. Qed.
Lemma rowSmallBiases : forall (q : Q) (c : Q) (j : Z) (n : Z) (i : Z), ((row (smallBiases q c j n) i) = (if (i =? 0) then (unitVec n j (qMul c q)) else (if (i =? 1) then (zeroVec 1) else emptyVec))).
Proof. rule. Qed.
Lemma correlationZero : forall (u : Vec) (q : Q) (X : Mat) (Y : Mat), ((correlation u q X Y 0) = qZero).
Proof. rule. Qed.
Lemma correlationStep : forall (u : Vec) (q : Q) (X : Mat) (Y : Mat) (n : Z), ((correlation u q X Y (1 + n)) = (if (0 <=? n) then (qAdd (correlation u q X Y n) (qMul (at_ (row Y n) 0) (unitAt u q (row X n)))) else qZero)).
Proof. rule. Qed.
Lemma lenUnitsAt : forall (M : Mat) (u : Vec) (v : Vec), ((len (unitsAt M u v)) = (rows M)).
Proof. rule. Qed.
Lemma atUnitsAt : forall (M : Mat) (u : Vec) (v : Vec) (i : Z), ((at_ (unitsAt M u v) i) = (if ((0 <=? i) && (i <? (rows M))) then (unitAt (row M i) (at_ u i) v) else qZero)).
Proof. rule. Qed.
Lemma firstOutputDef : forall (S : Stack) (B : Mat) (F : Activations) (v : Vec), ((firstOutput S B F v) = (at_ (preactivation S B F v ((depth S) - 1)) 0)).
Proof. rule. Qed.
Lemma labelSumZero : forall (Y : Mat), ((labelSum Y 0) = qZero).
Proof. rule. Qed.
Lemma labelSumStep : forall (Y : Mat) (n : Z), ((labelSum Y (1 + n)) = (if (0 <=? n) then (qAdd (labelSum Y n) (at_ (row Y n) 0)) else qZero)).
Proof. rule. Qed.
Lemma marginSumZero : forall (S : Stack) (B : Mat) (F : Activations) (X : Mat) (Y : Mat), ((marginSum S B F X Y 0) = qZero).
Proof. rule. Qed.
Lemma marginSumStep : forall (S : Stack) (B : Mat) (F : Activations) (X : Mat) (Y : Mat) (n : Z), ((marginSum S B F X Y (1 + n)) = (if (0 <=? n) then (qAdd (marginSum S B F X Y n) (qMul (at_ (row Y n) 0) (firstOutput S B F (row X n)))) else qZero)).
Proof. rule. Qed.
Lemma lenCorrelations : forall (M : Mat) (u : Vec) (X : Mat) (Y : Mat) (n : Z), ((len (correlations M u X Y n)) = (rows M)).
Proof. rule. Qed.
Lemma atCorrelations : forall (M : Mat) (u : Vec) (X : Mat) (Y : Mat) (n : Z) (i : Z), ((at_ (correlations M u X Y n) i) = (if ((0 <=? i) && (i <? (rows M))) then (correlation (row M i) (at_ u i) X Y n) else qZero)).
Proof. rule. Qed.
Lemma marginOfUnitsDef : forall (S : Stack) (B : Mat) (X : Mat) (Y : Mat) (n : Z), ((marginOfUnits S B X Y n) = (qAdd (dot (row (layer S 1) 0) (correlations (layer S 0) (row B 0) X Y n) (rows (layer S 0))) (qMul (at_ (row B 1) 0) (labelSum Y n)))).
Proof. rule. Qed.
Lemma parametersOfW : forall (t : TrainingState), ((weightsOf (parametersOf t)) = (weightsOf t)).
Proof. rule. Qed.
Lemma parametersOfB : forall (t : TrainingState), ((biasesOf (parametersOf t)) = (biasesOf t)).
Proof. rule. Qed.
Lemma parametersOfVW : forall (t : TrainingState), ((velocityOfWeights (parametersOf t)) = (weightsOf t)).
Proof. rule. Qed.
Lemma parametersOfVB : forall (t : TrainingState), ((velocityOfBiases (parametersOf t)) = (biasesOf t)).
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
Lemma frobeniusStep : forall (M : Mat) (N : Mat) (n : Z), ((frobenius M N (1 + n)) = (if (0 <=? n) then (qAdd (frobenius M N n) (dot (row M n) (row N n) (len (row M n)))) else qZero)).
Proof. rule. Qed.
Lemma lenTransposedTimes : forall (M : Mat) (v : Vec) (n : Z) (m : Z), ((len (transposedTimes M v n m)) = (if (0 <=? m) then m else 0)).
Proof. rule. Qed.
Lemma atTransposedTimes : forall (M : Mat) (v : Vec) (n : Z) (m : Z) (i : Z), ((at_ (transposedTimes M v n m) i) = (if ((0 <=? i) && (i <? m)) then (dot (column M i) v n) else qZero)).
Proof. rule. Qed.
Lemma depthWeightsDescended : forall (S : Stack) (v : Vec) (T : Stack), ((depth (weightsDescended S v T)) = (depth S)).
Proof. rule. Qed.
Lemma layerWeightsDescended : forall (S : Stack) (v : Vec) (T : Stack) (i : Z), ((layer (weightsDescended S v T) i) = (if ((0 <=? i) && (i <? (depth S))) then (matPlusScaled (layer S i) (qNeg (at_ v i)) (layer T i)) else emptyMat)).
Proof. rule. Qed.
Lemma rowsBiasesDescended : forall (M : Mat) (v : Vec) (N : Mat), ((rows (biasesDescended M v N)) = (rows M)).
Proof. rule. Qed.
Lemma rowBiasesDescended : forall (M : Mat) (v : Vec) (N : Mat) (i : Z), ((row (biasesDescended M v N) i) = (if ((0 <=? i) && (i <? (rows M))) then (plusScaled (row M i) (qNeg (at_ v i)) (row N i)) else emptyVec)).
Proof. rule. Qed.
Lemma combinationOfNone : forall (u : Vec) (X : Mat) (m : Z), ((combination u X 0 m) = (zeroVec m)).
Proof. rule. Qed.
Lemma combinationOfOneMore : forall (u : Vec) (X : Mat) (n : Z) (m : Z), ((combination u X (1 + n) m) = (if (0 <=? n) then (plusScaled (combination u X n m) (at_ u n) (row X n)) else (zeroVec m))).
Proof. rule. Qed.
Lemma lenCoefficients : forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q) (j : Z), ((len (coefficients S B F q o X Y c j)) = (rows X)).
Proof. rule. Qed.
Lemma atCoefficients : forall (S : Stack) (B : Mat) (F : Activations) (q : Q) (o : Obj) (X : Mat) (Y : Mat) (c : Q) (j : Z) (i : Z), ((at_ (coefficients S B F q o X Y c j) i) = (if ((0 <=? i) && (i <? (rows X))) then (qMul c (at_ (delta S F q (preactivationsOf S B F (row X i)) (lossDerivativeAtOutput S B F o (row X i) (row Y i)) 0) j)) else qZero)).
Proof. rule. Qed.
End Rules.

(* 365 of 641 definitions, 205 of them words. Left out, as they speak of Java objects or of functions that KeyModel.v does not have:
activationsExtensionality
lenOfVals
atOfVals
rowsOfMat
depthOfStack
activationAtOfActivations
rowOfMatDef
layerOfStackDef
countOfActivations
valsOfDef
matOfDef
stackOfDef
fullVecDef
fullMatDef
fullStackDef
fullActivationsDef
fullVecOfDef
fullMatOfDef
fullStackOfDef
wasFullVecDef
wasFullMatDef
wasFullStackDef
isVecDef
isMatDef
isStackDef
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
isSilentDef
isStillSilentDef
isFlatAtZeroDef
hasNoSlopeAtTheKinkDef
hasZeroTailDef
hasKeptZeroTailDef
isZeroAtZeroBeforeTheLastLayerDef
errorsTimesBlockOfNone
errorsTimesBlockOfOneMore
takesErrorsAsTargetsDef
areErrorsDef
areErrorsOfDef
hasZeroLastLayerDef
isZeroBelowTheLastLayerDef
gradientOfTheLastLayerDef
meanOfErrorsTimesBlockDef
incomingProductDef
outgoingProductDef
crossBalancedDef
productsChangeDef
isLikeIdentityDef
isLikeIdentityInDef
isCrossBalancedDef
productsChangeBySecondOrderDef
powerTimesDef
firstWeightDef
equalChainDef
chainDef
chainStateDef
chainProductDef
poweredDef
isChainOfEqualWeightsDef
areLikeIdentitiesDef
hasTwiceTheDepthDef
isPowerTimesInputDef
isNotOppositeDef
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
hasRestingLayersDef
hasFrozenLayersDef
isDeadBelowZeroDef
isDeadOnDef
isConstantOnDef
areTwinsDef
areTwinsAtDef
distinctZero
distinctStep
hasZeroVelocityDef
distinctUnitsDef
distinctUnitsByParametersDef
hasEqualColumnsDef
hasEqualFeaturesDef
treatsOutputsAlikeDef
hasEqualOutputsDef
hasEqualTargetsDef
hasFlatLossOnDef
isFlatAtOutputZeroDef
isStillAtDef
isAllZeroDef
sumOfEntriesZero
sumOfEntriesStep
zeroSumDef
zeroSumOnBatchDef
hasAlikeOutputRowsDef
addsUpToZeroDef
addsUpToZeroOnDef
isZeroBelowTheOutputsDef
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
reluRightDef
reluLeftDef
lenReluRights
atReluRights
lenReluLefts
atReluLefts
layerProductDef
gradientAlongDef
rightDerivativeDef
leftDerivativeDef
midwayDef
sumOfRightDerivativesZero
sumOfRightDerivativesStep
sumOfLeftDerivativesZero
sumOfLeftDerivativesStep
startsAsReluDef
startsAsReluInDef
isOneHalfDef
hasOneHalfForKappaDef
isOfDepthTwoDef
isDirectionOfDef
derivativeFromTheRightDef
derivativeFromTheLeftDef
meanDerivativeFromTheRightDef
meanDerivativeFromTheLeftDef
isMidwayAlongDef
areRatesOfLayersDef
areRatesOfStepsDef
ratesFitScheduleDef
biasRatesFitScheduleDef
hasPrunedUnitDef
isZeroAtZeroInDef
isAboveEveryMarginDef
isUnitOfDef
isScaledAtDef
isScaledOfDef
isUnchangedByScaleDef
isZeroLayerDef
hasRatesTimesDef
isReluDef
hasVanishingMinorsDef
isFirstLayerUnitDef
isFirstLayerUnitAtDef
isOrthogonalToAllInputsDef
firstLayerRowDef
combinationOfInputsDef
innerProductWithRowDef
innerProductWithVelocityDef
isSplitDef
isSplitGradientDef *)
